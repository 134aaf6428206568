package ai.artenic.optimizer.application.contract;

import ai.artenic.optimizer.domain.calibration.AppliedCorrections;
import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.offer.Gpu;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import ai.artenic.optimizer.domain.quantity.GigaBytes;
import ai.artenic.optimizer.domain.quantity.Hours;
import ai.artenic.optimizer.domain.quantity.Interval;
import ai.artenic.optimizer.domain.ranking.Constraints;
import ai.artenic.optimizer.domain.ranking.Exploration;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import ai.artenic.optimizer.domain.ranking.FeatureVector;
import ai.artenic.optimizer.domain.ranking.Goal;
import ai.artenic.optimizer.domain.ranking.HeuristicRanker;
import ai.artenic.optimizer.domain.ranking.InstanceRecommendation;
import ai.artenic.optimizer.domain.ranking.Mode;
import ai.artenic.optimizer.domain.ranking.Ranking;
import ai.artenic.optimizer.domain.ranking.RecommendRequest;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import ai.artenic.optimizer.domain.ranking.Reliability;
import ai.artenic.optimizer.domain.ranking.ScoreParts;
import ai.artenic.optimizer.domain.ranking.Weights;
import ai.artenic.optimizer.domain.workload.QueryId;
import ai.artenic.optimizer.domain.workload.Workload;
import ai.artenic.optimizer.domain.workload.WorkloadHash;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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

    /// A recommendation whose figures lie at the ends of their ranges and whose texts are awkward.
    public static Recommendation extreme() {
        Recommendation plain = of(8, Optional.of("job-\"'\\-ü-\uD83D\uDE80"), FIRST);
        InstanceRecommendation first = plain.recommendations().getFirst();
        var items = List.of(extreme(first, 1, "0.000000000001", Double.MIN_VALUE), extreme(first, 2, "1E+15", 1e300));
        return new Recommendation(
                plain.id(),
                plain.request(),
                plain.queryId(),
                plain.workloadHash(),
                Mode.HYBRID,
                Optional.of("v".repeat(200)),
                plain.catalogSnapshotId(),
                plain.asOf(),
                List.of("line one\nline two\t\"quoted\" ${x} :y ?"),
                List.of(),
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                List.of(),
                items,
                true,
                Optional.of(new Exploration(0.1, 99, true, 0.1 / 99)));
    }

    private static InstanceRecommendation extreme(InstanceRecommendation plain, int rank, String eur, double number) {
        var features = new double[FeatureSchema.V1.names().size()];
        Arrays.fill(features, number);
        features[0] = Double.NaN;
        features[1] = -0.0;
        var amount = new BigDecimal(eur);
        return new InstanceRecommendation(
                rank,
                AwkwardOffers.extreme(amount, number),
                true,
                64,
                new EurPerHour(amount),
                new Interval<>(new Hours(0), new Hours(number), new Hours(Double.MAX_VALUE)),
                new Interval<>(new Eur(amount.negate()), new Eur(amount), new Eur(amount.add(amount))),
                Optional.of(new Interval<>(new GigaBytes(0), new GigaBytes(number), new GigaBytes(number))),
                number,
                new ScoreParts(0, 1, 0.1, 1 / 3.0, number, OptionalDouble.of(0)),
                0,
                plain.explanation(),
                Optional.of(new EurPerHour(amount)),
                new FeatureVector(FeatureSchema.V1, features),
                false,
                new AppliedCorrections(0.05, number));
    }

    /// The same as if it had been made from this snapshot.
    public static Recommendation madeFrom(String snapshot, Recommendation other) {
        return new Recommendation(
                other.id(),
                other.request(),
                other.queryId(),
                other.workloadHash(),
                other.mode(),
                other.modelVersion(),
                snapshot,
                other.asOf(),
                other.degraded(),
                other.assumptions(),
                other.totalConsidered(),
                other.afterFilter(),
                other.rejected(),
                other.recommendations(),
                other.frontierTruncated(),
                other.exploration());
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
                ordered.frontierTruncated(),
                seed % 5 == 0 ? Optional.of(new Exploration(1 / 3.0, 0, false, 1)) : Optional.empty());
    }
}
