package ai.artenic.optimizer.ml.lightgbm;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A tree whose leaves are numbered from left to right, so that a row comes out at the lowest leaf that is still
/// possible when every question has been asked; one that sends the row right rules out all leaves to its left
/// (QuickScorer: Lucchese et al., SIGIR 2015).
final class ExitLeaves {
    private final Tree tree;
    private final double[] values;
    private final long[] leftOf;
    private final Map<Integer, List<Integer>> nodesOf;
    private int numbered;

    ExitLeaves(Tree tree) {
        this.tree = tree;
        this.values = new double[tree.leaves().size()];
        this.leftOf = new long[tree.nodes().size()];
        this.nodesOf = IntStream.range(0, leftOf.length)
                .boxed()
                .collect(Collectors.groupingBy(node -> tree.nodes().get(node).feature()));
        number(tree.root());
    }

    /// Value of the leaf at a place, counted from the left.
    double value(int place) {
        return values[place];
    }

    /// The leaves that a value of the feature leaves possible, one bit each.
    long possible(int feature, double value) {
        long possible = -1;
        for (int node : nodesOf.getOrDefault(feature, List.of())) {
            if (!tree.nodes().get(node).split().goesLeft(value)) {
                possible &= ~leftOf[node];
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
