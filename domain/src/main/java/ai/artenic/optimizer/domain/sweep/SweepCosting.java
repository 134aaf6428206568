package ai.artenic.optimizer.domain.sweep;

import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.quantity.Hours;
import ai.artenic.optimizer.domain.quantity.Interval;
import ai.artenic.optimizer.domain.ranking.InstanceRecommendation;
import java.util.Optional;
import java.util.OptionalInt;

/// Turns a schedule's epochs into hours and EUR of a candidate. An epoch takes the candidate's hours of one trial in
/// full over its epochs.
final class SweepCosting {
    private final Sweep sweep;
    private final int trials;
    private final Schedule schedule;
    private final Limits limits;

    SweepCosting(Sweep sweep, int trials, Limits limits) {
        this.sweep = sweep;
        this.trials = trials;
        this.schedule = sweep.schedule(trials);
        this.limits = limits;
    }

    /// How many trials in full the sweep costs at least.
    double trialsPaid() {
        return inTrials(schedule.trialEpochs(1));
    }

    /// How many trials in full, one after the other, the sweep lasts at least.
    double trialsLasted() {
        int parallel = schedule.soonest(mostParallel(), _ -> true).orElseThrow();
        return inTrials(schedule.wallEpochs(parallel));
    }

    /// The plan that is over soonest on this candidate, with the fewest machines for that; empty if none keeps
    /// within the limits.
    Optional<SweepPlan> plan(InstanceRecommendation candidate) {
        double eurPerHour = candidate.pricePerHour().value() * candidate.nodeCount();
        int most = mostParallel();
        if (eurPerHour * most > limits.price()) {
            most = (int) (limits.price() / eurPerHour);
        }
        if (most < 1) {
            return Optional.empty();
        }
        double hours = candidate.estimatedHours().expected().value();
        OptionalInt parallel =
                schedule.soonest(most, epochs -> isWithin(eur(hours * inTrials(epochs) * eurPerHour), limits.cost()));
        return parallel.isEmpty()
                ? Optional.empty()
                : Optional.of(plan(candidate, parallel.getAsInt(), eurPerHour))
                        .filter(plan -> plan.wallHours().value() <= limits.hours());
    }

    private SweepPlan plan(InstanceRecommendation candidate, int parallel, double eurPerHour) {
        Interval<Hours> trial = candidate.estimatedHours();
        double paid = inTrials(schedule.trialEpochs(parallel));
        double expected = trial.expected().value();
        return new SweepPlan(
                candidate,
                trials,
                parallel,
                new Hours(expected * paid),
                new Hours(expected * inTrials(schedule.wallEpochs(parallel))),
                new Interval<>(
                        eur(trial.low().value() * paid * eurPerHour),
                        eur(expected * paid * eurPerHour),
                        eur(trial.high().value() * inTrials(schedule.mostTrialEpochs()) * eurPerHour)));
    }

    private int mostParallel() {
        return Math.min(sweep.maxParallel(), trials);
    }

    private double inTrials(double epochs) {
        return epochs / sweep.workload().numEpochs();
    }

    private static boolean isWithin(Eur cost, double limit) {
        return cost.amount().doubleValue() <= limit;
    }

    private static Eur eur(double amount) {
        return Eur.of(amount);
    }
}
