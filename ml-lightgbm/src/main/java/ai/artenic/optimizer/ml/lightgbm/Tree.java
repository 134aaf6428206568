package ai.artenic.optimizer.ml.lightgbm;

import java.util.List;

/// One regression tree. A child is the index of a node, or the complement `~leaf` of the index of a leaf;
/// parents come before their children, so the first node is the root.
record Tree(List<Node> nodes, List<Leaf> leaves) {
    /// Most leaves of a tree: one bit of a `long` each.
    static final int MOST_LEAVES = Long.SIZE;

    Tree {
        nodes = List.copyOf(nodes);
        leaves = List.copyOf(leaves);
    }

    /// A question.
    ///
    /// @param gain what the split gained in training
    /// @param rows training rows that came here, at least 1
    record Node(int feature, Split split, double gain, int left, int right, int rows) {}

    /// An answer.
    ///
    /// @param rows training rows that came here; 0 only if the leaf is the whole tree
    record Leaf(double value, int rows) {}

    int root() {
        return nodes.isEmpty() ? ~0 : 0;
    }

    int rows(int child) {
        return child < 0 ? leaves.get(~child).rows() : nodes.get(child).rows();
    }

    /// What the tree answers on average over its training rows.
    double expectedValue() {
        if (nodes.isEmpty()) {
            return leaves.getFirst().value();
        }
        double all = nodes.getFirst().rows();
        double sum = 0;
        for (Leaf leaf : leaves) {
            sum += leaf.rows() / all * leaf.value();
        }
        return sum;
    }
}
