package ai.artenic.optimizer.ml.lightgbm;

import java.util.List;

/// A tree whose leaves are numbered from left to right, so that a row leaves it at the lowest leaf that no question has
/// ruled out (QuickScorer: Lucchese et al., SIGIR 2015). A question ruled no to by a row rules out all leaves to its
/// left.
final class ExitLeaves {
    private final Tree tree;
    private final double[] values;
    private final long[] leftOf;
    private int numbered;

    ExitLeaves(Tree tree) {
        this.tree = tree;
        this.values = new double[tree.leaves().size()];
        this.leftOf = new long[tree.nodes().size()];
        number(tree.root());
    }

    /// Value of the leaf at a place, counted from the left.
    double value(int place) {
        return values[place];
    }

    /// The leaves that a value of the feature leaves possible, one bit each.
    long possible(int feature, double value) {
        long possible = -1;
        List<Tree.Node> nodes = tree.nodes();
        for (int i = 0; i < leftOf.length; i++) {
            Tree.Node node = nodes.get(i);
            if (node.feature() == feature && !node.split().goesLeft(value)) {
                possible &= ~leftOf[i];
            }
        }
        return possible;
    }

    int leaves() {
        return values.length;
    }

    /// The leaves below a child.
    private long number(int child) {
        if (child < 0) {
            values[numbered] = tree.leaves().get(~child).value();
            return 1L << numbered++;
        }
        long left = number(tree.nodes().get(child).left());
        leftOf[child] = left;
        return left | number(tree.nodes().get(child).right());
    }
}
