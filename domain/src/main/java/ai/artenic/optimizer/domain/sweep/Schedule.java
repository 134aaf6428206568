package ai.artenic.optimizer.domain.sweep;

import java.util.OptionalInt;
import java.util.function.DoublePredicate;

/// How many epochs a number of trials takes under a pruning, before anybody knows how long an epoch is.
///
/// A machine runs one trial at a time; all epochs take equally long; a free machine starts the next trial at once.
sealed interface Schedule permits RungSchedule, MedianSchedule {
    /// The schedule of so many trials of so many epochs each, both >= 1.
    static Schedule of(Pruning pruning, int trials, int epochs) {
        return switch (pruning) {
            case Pruning.None() -> RungSchedule.unpruned(trials, epochs);
            case Pruning.SuccessiveHalving(int factor, int least) ->
                RungSchedule.halving(trials, epochs, factor, least);
            case Pruning.Median(int least) -> new MedianSchedule(trials, epochs, least);
        };
    }

    /// Expected epochs of all trials together on so many machines, the same for all numbers of machines unless the
    /// pruning looks at what has finished.
    double trialEpochs(int parallel);

    /// Epochs of all trials together if the pruning saves as little as it can.
    double mostTrialEpochs();

    /// Epochs from the first trial's start to the last one's end, on so many machines.
    double wallEpochs(int parallel);

    /// The fewest machines with which the sweep is over soonest; empty where no number of them is affordable.
    ///
    /// @param most machines there may be, from 1 to the number of trials
    /// @param affordable whether so many trial epochs may be spent; no more may be where fewer may not
    OptionalInt soonest(int most, DoublePredicate affordable);
}
