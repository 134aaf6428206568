package ai.artenic.optimizer.domain.sweep;

import java.util.OptionalInt;
import java.util.function.DoublePredicate;

/// Trials under the median rule, looked at after each epoch from `least` on, but not after the last.
///
/// **Trials in full.** None is stopped before [Pruning#STARTUP_TRIALS] have ended. On p machines they end in rounds
/// of p, so the first `f = p ceil(5 / p)` trials, or all n if that is fewer, run in full, for `ceil(f / p)` rounds.
///
/// **Trials that are looked at.** A value is taken to rank among the earlier values of its epoch in any place with
/// equal probability, whatever the trial's place was before. Then half of the trials that are looked at stop
/// there: a trial of R epochs runs `e = r + sum_(k=1..R-r) 2^-k = r + 1 - 2^-(R-r)` of them in expectation, and the
/// sweep `f R + (n - f) e`. The rule stops fewer trials where good ones stay good, because what goes on is the
/// better half; [#mostTrialEpochs] therefore counts all trials in full.
///
/// **Wall time.** After the rounds in full, m = n - f trials are started one by one as machines come free. That
/// takes at most `(W - L) / p + L` epochs (Graham 1969), where W = m e are their epochs and L those of the longest;
/// in expectation `L = r + sum_(k=1..R-r) (1 - (1 - 2^-k)^m)`. It takes L where each has a machine of its own, and
/// never more than `ceil(m / p)` rounds in full. From 5 machines on the wall time does not rise with their number.
record MedianSchedule(int trials, int epochs, int least) implements Schedule {
    /// Of `2^k` trials or more, one goes on after look `k - 6` but for a chance of `e^-64`.
    private static final int SURE_HALVINGS = 6;

    private static final double NEGLIGIBLE = 1e-12;

    @Override
    public double trialEpochs(int parallel) {
        int full = inFull(parallel);
        return (double) full * epochs + (trials - full) * usualEpochs();
    }

    @Override
    public double mostTrialEpochs() {
        return (double) trials * epochs;
    }

    @Override
    public double wallEpochs(int parallel) {
        int full = inFull(parallel);
        return (double) Math.ceilDiv(full, parallel) * epochs + wallOfRest(trials - full, parallel);
    }

    /// Up to the startup trials every number of machines is tried; beyond, wall time falls and trial epochs rise
    /// with each machine, so that two searches by halves suffice.
    @Override
    public OptionalInt soonest(int most, DoublePredicate affordable) {
        OptionalInt best = OptionalInt.empty();
        for (int parallel = 1; parallel <= Math.min(most, Pruning.STARTUP_TRIALS); parallel++) {
            if (affordable.test(trialEpochs(parallel))) {
                best = sooner(best, parallel);
            }
        }
        if (most > Pruning.STARTUP_TRIALS && affordable.test(trialEpochs(Pruning.STARTUP_TRIALS))) {
            best = sooner(best, fewestAsSoonAs(mostAffordable(most, affordable)));
        }
        return best;
    }

    private OptionalInt sooner(OptionalInt best, int parallel) {
        boolean sooner = best.isEmpty() || wallEpochs(parallel) < wallEpochs(best.getAsInt());
        return sooner ? OptionalInt.of(parallel) : best;
    }

    private int mostAffordable(int most, DoublePredicate affordable) {
        int fits = Pruning.STARTUP_TRIALS;
        int above = most + 1;
        while (above - fits > 1) {
            int middle = fits + (above - fits) / 2;
            if (affordable.test(trialEpochs(middle))) {
                fits = middle;
            } else {
                above = middle;
            }
        }
        return fits;
    }

    private int fewestAsSoonAs(int most) {
        double wall = wallEpochs(most);
        int below = Pruning.STARTUP_TRIALS - 1;
        int fits = most;
        while (fits - below > 1) {
            int middle = below + (fits - below) / 2;
            if (wallEpochs(middle) <= wall) {
                fits = middle;
            } else {
                below = middle;
            }
        }
        return fits;
    }

    private int inFull(int parallel) {
        if (least >= epochs) {
            return trials;
        }
        long rounds = Math.ceilDiv(Pruning.STARTUP_TRIALS, parallel);
        return (int) Math.min(trials, rounds * parallel);
    }

    /// Expected epochs of a trial that is looked at.
    private double usualEpochs() {
        return least + 1 - Math.scalb(1.0, least - epochs);
    }

    private double wallOfRest(int rest, int parallel) {
        if (rest == 0) {
            return 0;
        }
        double longest = longestOf(rest);
        if (rest <= parallel) {
            return longest;
        }
        double bound = (rest * usualEpochs() - longest) / parallel + longest;
        return Math.min(bound, (double) Math.ceilDiv(rest, parallel) * epochs);
    }

    /// Expected epochs of the longest of several trials that are looked at: the chance that any goes on after a
    /// look, summed over the looks, which is 1 at first and 0 in the end.
    private double longestOf(int several) {
        int looks = epochs - least;
        int sure = Math.clamp(31 - Integer.numberOfLeadingZeros(several) - SURE_HALVINGS, 0, looks);
        double longest = least + sure;
        double share = Math.scalb(1.0, -sure);
        for (int look = sure + 1; look <= looks && several * share > NEGLIGIBLE; look++) {
            share /= 2;
            longest -= Math.expm1(several * Math.log1p(-share));
        }
        return longest;
    }
}
