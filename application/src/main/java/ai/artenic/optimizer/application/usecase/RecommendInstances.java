package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.OfferCatalog;
import ai.artenic.optimizer.application.port.RecommendationLog.Kept;
import ai.artenic.optimizer.application.usecase.RankerChoice.Chosen;
import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import ai.artenic.optimizer.domain.pricing.PublishedCatalog;
import ai.artenic.optimizer.domain.pricing.SourceReport;
import ai.artenic.optimizer.domain.ranking.Basis;
import ai.artenic.optimizer.domain.ranking.ExplorationPolicy;
import ai.artenic.optimizer.domain.ranking.HeuristicRanker;
import ai.artenic.optimizer.domain.ranking.Knowledge;
import ai.artenic.optimizer.domain.ranking.Ranking;
import ai.artenic.optimizer.domain.ranking.RecommendRequest;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import ai.artenic.optimizer.domain.workload.QueryId;
import ai.artenic.optimizer.domain.workload.WorkloadHash;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Answers where a training job should run, and keeps the answer if asked to.
public final class RecommendInstances {
    private final OfferCatalog catalog;
    private final HeuristicRanker heuristic;
    private final RecommendationStores stores;
    private final InstantSource clock;
    private final Supplier<UUID> ids;
    private final Corrections corrections;
    private final RankerChoice rankers;
    private final RecommendSettings settings;

    /// Answers by estimates that nothing corrects.
    ///
    /// @param ids gives each recommendation its id
    public RecommendInstances(
            OfferCatalog catalog,
            HeuristicRanker heuristic,
            RecommendationStores stores,
            InstantSource clock,
            Supplier<UUID> ids) {
        this(
                catalog,
                heuristic,
                stores,
                clock,
                ids,
                Corrections.NONE,
                RankerChoice.WITHOUT_MODEL,
                RecommendSettings.of("development"));
    }

    /// @param ids gives each recommendation its id
    /// @param corrections of the estimates
    /// @param rankers chooses the ranker
    public RecommendInstances(
            OfferCatalog catalog,
            HeuristicRanker heuristic,
            RecommendationStores stores,
            InstantSource clock,
            Supplier<UUID> ids,
            Corrections corrections,
            RankerChoice rankers,
            RecommendSettings settings) {
        this.catalog = catalog;
        this.heuristic = heuristic;
        this.stores = stores;
        this.clock = clock;
        this.ids = ids;
        this.corrections = corrections;
        this.rankers = rankers;
        this.settings = settings;
    }

    /// The answer; durably kept, if the request asks for that, once this returns.
    public RecommendAnswer recommend(RecommendRequest request) {
        return rankers.choose(request.mode())
                .map(ranker -> recommend(request, ranker))
                .orElseGet(() -> new RecommendAnswer.ModelNotAvailable(request.mode(), rankers.fault()));
    }

    private RecommendAnswer recommend(RecommendRequest request, Chosen ranker) {
        PublishedCatalog published = catalog.current();
        CatalogSnapshot snapshot = published.snapshot();
        QueryId group = QueryId.of(request.workload());
        Knowledge knowledge = corrections.knowledge(request.workload(), group, ranker.scoring());
        return switch (heuristic.rank(snapshot, request, knowledge)) {
            case Ranking.Empty empty ->
                new RecommendAnswer.NoFeasibleOffer(
                        snapshot.id(), empty.totalConsidered(), empty.rejected(), empty.nearMisses());
            case Ranking.Ordered ordered ->
                keep(recommendation(request, group, published, ordered, ranker), snapshot, knowledge);
        };
    }

    private RecommendAnswer keep(Recommendation recommendation, CatalogSnapshot snapshot, Knowledge knowledge) {
        RecommendRequest request = recommendation.request();
        if (!request.persist()) {
            return new RecommendAnswer.Recommended(recommendation);
        }
        stores.snapshots().keep(snapshot); // first: a recommendation without its snapshot could never be recomputed
        var basis = Basis.of(
                request.workload(), heuristic.weights(), knowledge, settings.exploration(), settings.software());
        return switch (stores.log().keep(recommendation, basis)) {
            case Kept.Stored() -> new RecommendAnswer.Recommended(recommendation);
            case Kept.JobTaken(UUID existing) ->
                new RecommendAnswer.JobTaken(request.jobId().orElseThrow(), existing);
        };
    }

    private Recommendation recommendation(
            RecommendRequest request,
            QueryId group,
            PublishedCatalog published,
            Ranking.Ordered ordered,
            Chosen ranker) {
        UUID id = ids.get();
        ExplorationPolicy.Shown shown = policy(request).show(id, ordered.recommendations());
        return new Recommendation(
                id,
                request,
                group,
                WorkloadHash.of(request.workload()),
                ranker.mode(),
                ranker.modelVersion(),
                published.snapshot().id(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Stream.concat(degraded(published).stream(), ranker.degraded().stream())
                        .toList(),
                ordered.assumptions(),
                ordered.totalConsidered(),
                ordered.afterFilter(),
                ordered.rejected(),
                shown.recommendations(),
                ordered.frontierTruncated(),
                shown.exploration());
    }

    /// Trials are for answers that are kept: no outcome can refer to another.
    private ExplorationPolicy policy(RecommendRequest request) {
        return request.persist() ? settings.exploration() : ExplorationPolicy.NEVER;
    }

    /// In words, the price sources that could not be read.
    static List<String> degraded(PublishedCatalog published) {
        return published.sources().stream()
                .filter(source -> source.lastError().isPresent())
                .map(RecommendInstances::failure)
                .toList();
    }

    private static String failure(SourceReport source) {
        return "price source " + source.origin() + " could not be read: "
                + source.lastError().orElseThrow();
    }
}
