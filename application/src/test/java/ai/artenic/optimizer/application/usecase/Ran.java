package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.contract.Outcomes;
import ai.artenic.optimizer.application.port.SnapshotStore;
import ai.artenic.optimizer.domain.cost.history.Days;
import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.offer.Billing;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.outcome.AssessedOutcome;
import ai.artenic.optimizer.domain.outcome.Ending;
import ai.artenic.optimizer.domain.outcome.Outcome;
import ai.artenic.optimizer.domain.outcome.Run;
import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.ranking.CandidateList;
import ai.artenic.optimizer.domain.ranking.HeuristicRanker;
import ai.artenic.optimizer.domain.ranking.Reliability;
import ai.artenic.optimizer.domain.ranking.Weights;
import ai.artenic.optimizer.domain.workload.Workload;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;

/// Jobs that ran where and when a test says, of two hours each, of which nothing was predicted.
final class Ran {
    static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    static final Days MARCH = new Days(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1));

    private Ran() {}

    static PastPrices prices(SnapshotStore snapshots) {
        return new PastPrices(
                snapshots,
                new HeuristicRanker(Weights.DEFAULT, Reliability.NO_HISTORY, Gpus.CATALOG),
                new CandidateList(Weights.DEFAULT, Reliability.NO_HISTORY, Gpus.CATALOG, Billing::of));
    }

    static Run on(Offer offer, boolean isSpot, double eur) {
        return new Run(
                offer.id().provider(),
                offer.id().instanceType(),
                Optional.of(offer.id().region()),
                isSpot,
                OptionalInt.of(1),
                2,
                Eur.of(eur));
    }

    static AssessedOutcome outcome(
            String job, Optional<UUID> recommendation, Workload workload, Run run, boolean success, Instant end) {
        AssessedOutcome any = Outcomes.of(
                job,
                workload,
                success ? OptionalDouble.of(1) : OptionalDouble.empty(),
                Outcomes.succeeded("any", 1).features());
        return new AssessedOutcome(
                new Outcome(
                        job,
                        recommendation,
                        Optional.of(workload),
                        run,
                        success ? new Ending.Succeeded() : new Ending.Failed(Optional.empty()),
                        any.outcome().interruptions(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(end)),
                any.workload(),
                any.queryId(),
                any.workloadHash(),
                Optional.empty(),
                any.label(),
                any.relativeCost(),
                any.features(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
