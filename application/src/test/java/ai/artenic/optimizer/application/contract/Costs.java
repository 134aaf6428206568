package ai.artenic.optimizer.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.artenic.optimizer.application.inmemory.InMemorySpendingHistory;
import ai.artenic.optimizer.application.port.OutcomeLog;
import ai.artenic.optimizer.application.port.SpendingHistory;
import ai.artenic.optimizer.domain.cost.history.Grouping;
import ai.artenic.optimizer.domain.cost.history.Spend;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.outcome.AssessedOutcome;
import ai.artenic.optimizer.domain.outcome.Ending;
import ai.artenic.optimizer.domain.outcome.MetricChange;
import ai.artenic.optimizer.domain.outcome.Outcome;
import ai.artenic.optimizer.domain.outcome.Run;
import ai.artenic.optimizer.domain.quantity.Eur;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Outcomes and spending for tests, by hand.
public final class Costs {
    private Costs() {}

    /// A job of two hours on a `machine`.
    public static AssessedOutcome of(String job, String provider, double eur, boolean success, Instant completedAt) {
        return of(job, run(provider, eur), success, Optional.empty(), Optional.of(completedAt));
    }

    /// A job at AWS of so many hours.
    public static AssessedOutcome lasting(String job, double hours, double eur, Instant completedAt) {
        return of(job, run("aws", hours, eur), true, Optional.empty(), Optional.of(completedAt));
    }

    /// A job at AWS that moved a metric.
    public static AssessedOutcome moving(
            String job, String metric, double before, double after, double eur, boolean success) {
        var change = new MetricChange(metric, OptionalDouble.of(before), OptionalDouble.of(after));
        return of(job, run("aws", eur), success, Optional.of(change), Optional.empty());
    }

    /// What a job adds to spending.
    public static Spend spend(AssessedOutcome assessed) {
        Outcome outcome = assessed.outcome();
        BigDecimal cost = outcome.run().cost().amount();
        return new Spend(
                cost,
                1,
                BigDecimal.valueOf(outcome.run().hours()),
                outcome.succeeded() ? 0 : 1,
                outcome.succeeded() ? BigDecimal.ZERO : cost);
    }

    static Spend spend(String eur, int jobs, String hours, int failed, String wasted) {
        return new Spend(new BigDecimal(eur), jobs, new BigDecimal(hours), failed, new BigDecimal(wasted));
    }

    /// Holds the history against a computation from every outcome that the log has.
    public static void assertAlike(SpendingHistory history, OutcomeLog log) {
        var recomputed = new InMemorySpendingHistory(log);
        for (Grouping grouping : Grouping.values()) {
            for (var provider : new Provider[] {null, new Provider("aws"), new Provider("vastai")}) {
                assertEquals(
                        recomputed.daily(SpendingHistoryContract.EVER, grouping, Optional.ofNullable(provider)),
                        history.daily(SpendingHistoryContract.EVER, grouping, Optional.ofNullable(provider)));
            }
        }
        assertEquals(
                recomputed.metrics(SpendingHistoryContract.EVER, Optional.empty()),
                history.metrics(SpendingHistoryContract.EVER, Optional.empty()));
    }

    private static Run run(String provider, double eur) {
        return run(provider, 2, eur);
    }

    private static Run run(String provider, double hours, double eur) {
        return new Run(
                new Provider(provider), "machine", Optional.empty(), false, OptionalInt.of(1), hours, Eur.of(eur));
    }

    private static AssessedOutcome of(
            String job, Run run, boolean success, Optional<MetricChange> metric, Optional<Instant> completedAt) {
        AssessedOutcome plain = success ? Outcomes.succeeded(job, 1) : Outcomes.failed(job);
        Outcome outcome = plain.outcome();
        return new AssessedOutcome(
                new Outcome(
                        job,
                        outcome.recommendationId(),
                        Optional.of(plain.workload()),
                        run,
                        success ? new Ending.Succeeded() : new Ending.Failed(Optional.empty()),
                        outcome.interruptions(),
                        metric,
                        outcome.stated(),
                        completedAt),
                plain.workload(),
                plain.queryId(),
                plain.workloadHash(),
                plain.prediction(),
                plain.label(),
                plain.relativeCost(),
                plain.features(),
                plain.observation(),
                plain.run(),
                plain.notes());
    }
}
