package ai.artenic.optimizer.ml.lightgbm;

import java.util.Arrays;
import java.util.BitSet;
import java.util.TreeSet;

/// The values of one feature cut into cells, within which no split of the model tells one value from another.
sealed interface Cells {
    /// Number of the cell in which the value lies.
    int of(double value);

    int count();

    /// A value of the cell.
    double member(int cell);

    /// Cells between the thresholds of a numeric feature, each with its upper end; then one for NaN. Zero has a
    /// cell to itself, because a split may take it for missing.
    final class Intervals implements Cells {
        private final double[] ends;

        Intervals(Iterable<Split.AtMost> splits) {
            var distinct = new TreeSet<Double>();
            distinct.add(Math.nextDown(-Split.ZERO));
            distinct.add(Split.ZERO);
            for (Split.AtMost split : splits) {
                if (Math.abs(split.threshold()) > Split.ZERO) {
                    distinct.add(split.threshold());
                }
            }
            ends = distinct.stream().mapToDouble(Double::doubleValue).toArray();
        }

        /// Number of ends below the value. Halves without branching on the outcome, which no processor could
        /// predict.
        @Override
        public int of(double value) {
            if (Double.isNaN(value)) {
                return ends.length + 1;
            }
            int low = 0;
            int length = ends.length;
            while (length > 1) {
                int half = length >>> 1;
                low += ends[low + half - 1] < value ? half : 0;
                length -= half;
            }
            return ends[low] < value ? low + 1 : low;
        }

        @Override
        public int count() {
            return ends.length + 2;
        }

        @Override
        public double member(int cell) {
            if (cell < ends.length) {
                return ends[cell];
            }
            return cell == ends.length ? Double.POSITIVE_INFINITY : Double.NaN;
        }
    }

    /// A cell for each category that a split names; then one for all else.
    final class Categories implements Cells {
        private final int[] named;

        Categories(Iterable<Split.OneOf> splits) {
            var union = new BitSet();
            splits.forEach(split -> union.or(split.categories()));
            named = union.stream().toArray();
        }

        @Override
        public int of(double value) {
            int cell = Double.isNaN(value) ? -1 : Arrays.binarySearch(named, (int) value);
            return cell < 0 ? named.length : cell;
        }

        @Override
        public int count() {
            return named.length + 1;
        }

        @Override
        public double member(int cell) {
            return cell < named.length ? named[cell] : -1;
        }
    }
}
