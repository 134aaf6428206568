package ai.artenic.optimizer.ml.lightgbm;

import java.util.BitSet;

/// Whether nodes and leaves form one tree through which the training rows could have run.
final class TreeShape {
    private TreeShape() {}

    static void check(Tree tree, Fields fields) throws NoModelException {
        var met = new BitSet();
        int nodes = tree.nodes().size();
        for (int i = 0; i < nodes; i++) {
            Tree.Node node = tree.nodes().get(i);
            for (int child : new int[] {node.left(), node.right()}) {
                boolean isThere = child < 0 ? ~child < tree.leaves().size() : child > i && child < nodes;
                int place = child < 0 ? nodes + ~child : child;
                if (!isThere || met.get(place)) {
                    throw fields.refusal("is no tree at node " + i);
                }
                met.set(place);
            }
        }
        checkRows(tree, fields);
    }

    private static void checkRows(Tree tree, Fields fields) throws NoModelException {
        for (Tree.Node node : tree.nodes()) {
            int left = tree.rows(node.left());
            int right = tree.rows(node.right());
            if (left < 1 || right < 1 || (long) left + right != node.rows()) {
                throw fields.refusal("splits " + node.rows() + " rows into " + left + " and " + right);
            }
        }
    }
}
