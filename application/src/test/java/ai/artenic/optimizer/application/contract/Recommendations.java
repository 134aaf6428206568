package ai.artenic.optimizer.application.contract;

import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.offer.Gpu;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.ranking.Constraints;
import ai.artenic.optimizer.domain.ranking.Goal;
import ai.artenic.optimizer.domain.ranking.HeuristicRanker;
import ai.artenic.optimizer.domain.ranking.Mode;
import ai.artenic.optimizer.domain.ranking.Ranking;
import ai.artenic.optimizer.domain.ranking.RecommendRequest;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import ai.artenic.optimizer.domain.ranking.Reliability;
import ai.artenic.optimizer.domain.ranking.Weights;
import ai.artenic.optimizer.domain.workload.QueryId;
import ai.artenic.optimizer.domain.workload.Workload;
import ai.artenic.optimizer.domain.workload.WorkloadHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/// Recommendations for tests, made by the real ranker from seeded workloads and offers.
public final class Recommendations {
    private static final HeuristicRanker RANKER =
            new HeuristicRanker(Weights.DEFAULT, Reliability.NO_HISTORY, Gpus.CATALOG);
    private static final Instant FIRST = Instant.parse("2026-11-01T00:00:00.000123Z");

    private Recommendations() {}

    /// A recommendation that differs with the seed in workload, offers, moment and id, for no job.
    public static Recommendation seeded(long seed) {
        return of(seed, Optional.empty(), FIRST.plusSeconds(seed));
    }

    /// A recommendation for a job, at a moment.
    public static Recommendation of(long seed, Optional<String> jobId, Instant asOf) {
        for (long attempt = seed; ; attempt += 1_000_003) {
            Workload workload = Workloads.of(Workloads.seededFields(attempt));
            var request = new RecommendRequest(workload, constraints(seed), Goal.COST, Mode.AUTO, 5, jobId, true);
            if (RANKER.rank(Offers.snapshot(offers(seed)), request) instanceof Ranking.Ordered ordered) {
                return recommendation(seed, request, ordered, asOf);
            }
        }
    }

    /// The provider of the first choice.
    public static String firstProvider(Recommendation recommendation) {
        return recommendation
                .recommendations()
                .getFirst()
                .offer()
                .id()
                .provider()
                .key();
    }

    private static Constraints constraints(long seed) {
        return seed % 2 == 0
                ? Constraints.NONE
                : new Constraints(
                        List.of(),
                        List.of("nobody"),
                        List.of(),
                        List.of(),
                        OptionalDouble.of(1e9),
                        OptionalDouble.empty(),
                        OptionalDouble.of(1e6),
                        true,
                        1);
    }

    private static List<Offer> offers(long seed) {
        var offers = new ArrayList<>(Offers.seeded(seed, 30));
        offers.add(Offers.gpu("vastai", "stranger", Gpu.unknown("X9000", OptionalDouble.of(96)), 0.5, 0.1, 0.05));
        return offers;
    }

    private static Recommendation recommendation(
            long seed, RecommendRequest request, Ranking.Ordered ordered, Instant asOf) {
        return new Recommendation(
                new UUID(0x5eed_0000_0000_4000L + seed, 0x8000_0000_0000_0000L + seed * 7919),
                request,
                QueryId.of(request.workload()),
                WorkloadHash.of(request.workload()),
                Mode.HEURISTIC,
                seed % 3 == 0 ? Optional.of("v" + seed) : Optional.empty(),
                "snapshot-" + seed,
                asOf,
                seed % 4 == 0 ? List.of("prices are old") : List.of(),
                ordered.assumptions(),
                ordered.totalConsidered(),
                ordered.afterFilter(),
                ordered.rejected(),
                ordered.recommendations(),
                ordered.frontierTruncated());
    }
}
