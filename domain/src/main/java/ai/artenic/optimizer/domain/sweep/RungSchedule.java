package ai.artenic.optimizer.domain.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.DoublePredicate;

/// Trials that run from rung to rung, fewer at each; a sweep without pruning has one rung, the end.
///
/// With rungs at `r_1 < r_2 < ... < R` epochs (`r_0 = 0`), where `n_k` trials run to rung k:
/// trial epochs are `sum n_k (r_k - r_(k-1))`, and on p machines the sweep takes
/// `sum ceil(n_k / p) (r_k - r_(k-1))` epochs, because a rung waits for the last of its trials.
record RungSchedule(List<Rung> rungs) implements Schedule {
    /// @param trials how many run to this rung
    /// @param epochs from the rung before to this one
    record Rung(int trials, int epochs) {}

    RungSchedule {
        rungs = List.copyOf(rungs);
    }

    static RungSchedule unpruned(int trials, int epochs) {
        return new RungSchedule(List.of(new Rung(trials, epochs)));
    }

    /// Rungs at `least`, `least factor`, `least factor^2`, ... below `epochs`, then at `epochs`. Of n trials
    /// `max(1, floor(n / factor))` go on. Where the first rung is no earlier than the end, all trials run in full.
    static RungSchedule halving(int trials, int epochs, int factor, int least) {
        var rungs = new ArrayList<Rung>();
        int alive = trials;
        int reached = 0;
        for (long rung = least; rung < epochs; rung *= factor) {
            rungs.add(new Rung(alive, (int) rung - reached));
            reached = (int) rung;
            alive = Math.max(1, alive / factor);
        }
        rungs.add(new Rung(alive, epochs - reached));
        return new RungSchedule(rungs);
    }

    @Override
    public double trialEpochs(int parallel) {
        return mostTrialEpochs();
    }

    @Override
    public double mostTrialEpochs() {
        return rungs.stream()
                .mapToDouble(rung -> (double) rung.trials() * rung.epochs())
                .sum();
    }

    @Override
    public double wallEpochs(int parallel) {
        return rungs.stream()
                .mapToDouble(rung -> (double) Math.ceilDiv(rung.trials(), parallel) * rung.epochs())
                .sum();
    }

    /// Each rung takes `ceil(n_k / most)` rounds at best, for which `ceil(n_k / rounds)` machines suffice.
    @Override
    public OptionalInt soonest(int most, DoublePredicate affordable) {
        if (!affordable.test(mostTrialEpochs())) {
            return OptionalInt.empty();
        }
        return rungs.stream()
                .mapToInt(rung -> Math.ceilDiv(rung.trials(), Math.ceilDiv(rung.trials(), most)))
                .max();
    }
}
