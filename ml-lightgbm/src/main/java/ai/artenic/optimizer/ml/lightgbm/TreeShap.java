package ai.artenic.optimizer.ml.lightgbm;

/// What each feature adds to a tree's answer for one row: its Shapley value, where a feature of which nothing is
/// known sends the row both ways in the shares of the training rows (TreeSHAP: Lundberg et al., Nature MI 2020).
///
/// Walks to every leaf and remembers of each feature on the way the share of rows that go this way, and whether
/// the row itself does. At the leaf the sets of known features are counted by size in a polynomial, one factor a
/// feature.
final class TreeShap {
    /// Shapley's weight of a set of `k` other features out of `d - 1`: k! (d - 1 - k)! / d!, at `[d][k]`.
    private static final double[][] WEIGHTS = weights();

    private final Tree tree;
    private final double[] row;
    private final double[] sums;
    private final int[] features = new int[Tree.MOST_LEAVES];
    private final double[] shares = new double[Tree.MOST_LEAVES];
    private final boolean[] isOurs = new boolean[Tree.MOST_LEAVES];
    private final double[] ways = new double[Tree.MOST_LEAVES + 1];
    private int size;

    private TreeShap(Tree tree, double[] row, double[] sums) {
        this.tree = tree;
        this.row = row;
        this.sums = sums;
    }

    /// Adds to the sum of each feature, and to the last the tree's answer when nothing is known.
    static void add(Tree tree, double[] row, double[] sums) {
        sums[sums.length - 1] += tree.expectedValue();
        new TreeShap(tree, row, sums).walk(tree.root());
    }

    private static double[][] weights() {
        double[][] weights = new double[Tree.MOST_LEAVES + 1][];
        for (int d = 1; d < weights.length; d++) {
            weights[d] = new double[d];
            weights[d][0] = 1.0 / d;
            for (int k = 1; k < d; k++) {
                weights[d][k] = weights[d][k - 1] * k / (d - k);
            }
        }
        return weights;
    }

    private void walk(int child) {
        if (child < 0) {
            arrive(tree.leaves().get(~child).value());
            return;
        }
        Tree.Node node = tree.nodes().get(child);
        boolean isLeft = node.split().goesLeft(row[node.feature()]);
        follow(node, node.left(), isLeft);
        follow(node, node.right(), !isLeft);
    }

    private void follow(Tree.Node node, int child, boolean isOurWay) {
        int place = place(node.feature());
        boolean isNew = place == size;
        double shareBefore = isNew ? 1 : shares[place];
        boolean isOursBefore = isNew || isOurs[place];
        size += isNew ? 1 : 0;
        features[place] = node.feature();
        shares[place] = shareBefore * tree.rows(child) / node.rows();
        isOurs[place] = isOursBefore && isOurWay;
        walk(child);
        shares[place] = shareBefore;
        isOurs[place] = isOursBefore;
        size -= isNew ? 1 : 0;
    }

    private int place(int feature) {
        int place = 0;
        while (place < size && features[place] != feature) {
            place++;
        }
        return place;
    }

    private void arrive(double value) {
        countWays();
        for (int i = 0; i < size; i++) {
            double known = isOurs[i] ? 1 : 0;
            sums[features[i]] += value * (known - shares[i]) * waysWithout(i);
        }
    }

    /// Coefficient k: the sum over all sets of k known features of the share of rows that come here.
    private void countWays() {
        ways[0] = 1;
        for (int i = 0; i < size; i++) {
            ways[i + 1] = 0;
            for (int k = i + 1; k >= 0; k--) {
                ways[k] = ways[k] * shares[i] + (isOurs[i] && k > 0 ? ways[k - 1] : 0);
            }
        }
    }

    /// The weighted coefficients of the polynomial divided by one feature's factor.
    private double waysWithout(int feature) {
        double[] weights = WEIGHTS[size];
        double share = shares[feature];
        double sum = 0;
        double quotient = 0;
        for (int k = size - 1; k >= 0; k--) {
            quotient = isOurs[feature] ? ways[k + 1] - share * quotient : ways[k] / share;
            sum += weights[k] * quotient;
        }
        return sum;
    }
}
