package ai.artenic.optimizer.domain.cost.saving;

import ai.artenic.optimizer.domain.cost.anomaly.SpentJob;
import ai.artenic.optimizer.domain.cost.saving.Verdict.Claim;
import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.quantity.Interval;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/// Says what a job saved, or could have saved, against what it cost.
///
/// What a job cost tells how much work it was: costs elsewhere are its own, times the ratio of the two
/// predictions.
public final class SavingJudge {
    /// Part of its cost that a job must be expected to save. The first choice is the one among many whose
    /// prediction errs lowest (the winner's curse): small differences are mostly that, and over many jobs
    /// they add up to savings that nobody sees.
    public static final double SHARE_LEAST = 0.05;

    /// EUR that no job costs: what is dearer elsewhere is no alternative, however much dearer.
    private static final double DEAREST = 1e15;

    private SavingJudge() {}

    /// @param options what it could have run on
    public static Verdict judge(SpentJob job, Options options) {
        if (!job.succeeded()) {
            return new Verdict.Failed();
        }
        if (job.run().place().canBe(options.first().place())) {
            return options.wasTold() ? followed(job, options) : new Verdict.WithoutAlternative();
        }
        return elsewhere(job, options);
    }

    private static Verdict followed(SpentJob job, Options options) {
        Choice first = options.first();
        BigDecimal cost = cost(job);
        boolean isWithin = cost.compareTo(first.cost().low().amount()) >= 0
                && cost.compareTo(first.cost().high().amount()) <= 0;
        OptionalDouble ratio = first.expected() > 0
                ? OptionalDouble.of(cost.doubleValue() / first.expected())
                : OptionalDouble.empty();
        Optional<Choice> baseline = options.before()
                .or(() -> job.run().isSpot() ? options.onDemand() : Optional.empty())
                .filter(other -> first.expected() > 0 && !other.place().equals(first.place()));
        return new Verdict.Followed(baseline.map(other -> claim(cost, other, first)), ratio, isWithin);
    }

    private static Claim claim(BigDecimal cost, Choice baseline, Choice first) {
        double more = baseline.expected() / first.expected() - 1;
        BigDecimal realised = Eur.of(cost.doubleValue() * more).amount();
        return new Claim(
                baseline.cost()
                        .expected()
                        .amount()
                        .subtract(first.cost().expected().amount()),
                realised.min(cost));
    }

    private static Verdict elsewhere(SpentJob job, Options options) {
        BigDecimal cost = cost(job);
        Interval<Eur> first = options.first().cost();
        Interval<Eur> alternative = options.predictedEur().isPresent()
                ? first.map(eur -> Eur.of(Math.min(
                        DEAREST,
                        eur.amount().doubleValue() / options.predictedEur().getAsDouble() * cost.doubleValue())))
                : first;
        BigDecimal saving = cost.subtract(alternative.expected().amount());
        BigDecimal least = cost.multiply(BigDecimal.valueOf(SHARE_LEAST));
        boolean isForNothing = cost.signum() == 0 || options.first().expected() == 0; // one was, or would be
        if (isForNothing || saving.compareTo(least) < 0) {
            return new Verdict.WithoutAlternative();
        }
        var move = new Move(
                options.workload(),
                Move.Site.of(job.run().place()),
                Move.Site.of(options.first().place()));
        return new Verdict.Open(
                move,
                alternative,
                new Interval<>(saved(cost, alternative.high()), new Eur(saving), saved(cost, alternative.low())));
    }

    private static Eur saved(BigDecimal cost, Eur alternative) {
        return new Eur(cost.subtract(alternative.amount()).max(BigDecimal.ZERO));
    }

    private static BigDecimal cost(SpentJob job) {
        return job.run().cost().amount();
    }
}
