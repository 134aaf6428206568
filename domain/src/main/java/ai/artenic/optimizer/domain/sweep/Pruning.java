package ai.artenic.optimizer.domain.sweep;

/// When a sweep stops trials before their last epoch.
public sealed interface Pruning {
    /// Trials that a pruning may compare with before it stops any (Optuna's `n_startup_trials`, 5 unless changed).
    int STARTUP_TRIALS = 5;

    /// Every trial runs all its epochs.
    record None() implements Pruning {}

    /// A trial is stopped once its value is worse than the median of the values that earlier trials had at the same
    /// epoch; looked at after each epoch. Until [#STARTUP_TRIALS] trials have run to their end, none is stopped.
    ///
    /// Golovin et al. 2017 (Vizier), section 3.2.2; `MedianPruner` of Optuna, `MedianStoppingRule` of Ray Tune.
    ///
    /// @param minEpochs epochs every trial runs, >= 1; the first look comes after them
    record Median(int minEpochs) implements Pruning {
        public Median {
            requireAtLeast(1, minEpochs, "minEpochs");
        }
    }

    /// All trials run to the first rung, the best share of them goes on to the next, and so on, each from where it
    /// stood. A rung is ranked once all its trials have reached it.
    ///
    /// Jamieson and Talwalkar 2016; `SuccessiveHalvingPruner` of Optuna, `HyperBandScheduler` of Ray Tune with one
    /// bracket.
    ///
    /// @param reductionFactor of so many trials one goes on, and the next rung is so many times as far, >= 2
    /// @param minEpochs epochs to the first rung, >= 1
    record SuccessiveHalving(int reductionFactor, int minEpochs) implements Pruning {
        /// Of so many trials one goes on, where the user does not say.
        public static final int DEFAULT_REDUCTION_FACTOR = 3;

        public SuccessiveHalving {
            requireAtLeast(2, reductionFactor, "reductionFactor");
            requireAtLeast(1, minEpochs, "minEpochs");
        }
    }

    private static void requireAtLeast(int least, int value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", was " + value);
        }
    }
}
