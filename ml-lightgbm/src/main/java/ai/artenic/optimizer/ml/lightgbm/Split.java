package ai.artenic.optimizer.ml.lightgbm;

import java.util.BitSet;

/// The question one node of a tree asks of one feature, answered to the bit as LightGBM's prediction answers it.
sealed interface Split {
    /// Values from `-ZERO` to `ZERO` are zero (LightGBM's `kZeroThreshold`, which is a float).
    double ZERO = 1e-35f;

    boolean goesLeft(double value);

    /// Which values count as missing. What is not missing is compared, NaN as zero.
    enum Missing {
        NOTHING,
        ZERO,
        NAN
    }

    /// Left up to the threshold.
    record AtMost(double threshold, Missing missing, boolean isMissingLeft) implements Split {
        @Override
        public boolean goesLeft(double value) {
            boolean isNan = Double.isNaN(value);
            double read = isNan || Math.abs(value) <= Split.ZERO ? 0 : value;
            boolean isMissing = switch (missing) {
                case NOTHING -> false;
                case ZERO -> read == 0;
                case NAN -> isNan;
            };
            return isMissing ? isMissingLeft : read <= threshold;
        }
    }

    /// Left for these categories. A fraction is cut off; what is no known category goes right.
    record OneOf(BitSet categories) implements Split {
        @Override
        public boolean goesLeft(double value) {
            int category = Double.isNaN(value) ? -1 : (int) value;
            return category >= 0 && categories.get(category);
        }
    }
}
