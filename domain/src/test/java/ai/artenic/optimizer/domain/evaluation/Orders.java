package ai.artenic.optimizer.domain.evaluation;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/// Orders of rows, worked out the slow way.
final class Orders {
    private Orders() {}

    /// The mean of a figure over all orders of the rows that tie.
    ///
    /// @param figure of scores without ties
    static double mean(double[] scores, ToDoubleFunction<double[]> figure) {
        var sum = new double[2];
        permute(identity(scores.length), 0, order -> {
            var untied = new double[scores.length];
            for (int i = 0; i < order.length; i++) {
                untied[i] = scores[i] + 1e-6 * order[i];
            }
            sum[0] += figure.applyAsDouble(untied);
            sum[1]++;
        });
        return sum[0] / sum[1];
    }

    private static void permute(int[] order, int fixed, Consumer<int[]> visit) {
        if (fixed == order.length) {
            visit.accept(order);
            return;
        }
        for (int i = fixed; i < order.length; i++) {
            swap(order, fixed, i);
            permute(order, fixed + 1, visit);
            swap(order, fixed, i);
        }
    }

    static int[] shuffled(int rows, SplittableRandom random) {
        int[] order = identity(rows);
        for (int i = rows - 1; i > 0; i--) {
            swap(order, i, random.nextInt(i + 1));
        }
        return order;
    }

    static double[] permuted(double[] values, int[] order) {
        var moved = new double[values.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = values[order[i]];
        }
        return moved;
    }

    private static int[] identity(int rows) {
        var order = new int[rows];
        for (int i = 0; i < rows; i++) {
            order[i] = i;
        }
        return order;
    }

    private static void swap(int[] order, int a, int b) {
        int kept = order[a];
        order[a] = order[b];
        order[b] = kept;
    }
}
