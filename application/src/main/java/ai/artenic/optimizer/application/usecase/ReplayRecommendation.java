package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.BasisFound;
import ai.artenic.optimizer.application.port.ModelRegistry;
import ai.artenic.optimizer.application.port.RankerLoader;
import ai.artenic.optimizer.application.port.RankerLoader.Loading;
import ai.artenic.optimizer.application.port.SnapshotStore;
import ai.artenic.optimizer.application.usecase.ReplayAnswer.Lacking;
import ai.artenic.optimizer.application.usecase.ReplayAnswer.NotReplayable;
import ai.artenic.optimizer.application.usecase.ReplayAnswer.Replayed;
import ai.artenic.optimizer.domain.learning.ModelVersion;
import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import ai.artenic.optimizer.domain.ranking.Basis;
import ai.artenic.optimizer.domain.ranking.HeuristicRanker;
import ai.artenic.optimizer.domain.ranking.Knowledge;
import ai.artenic.optimizer.domain.ranking.Ranking;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import ai.artenic.optimizer.domain.ranking.Scoring;
import ai.artenic.optimizer.domain.ranking.Weights;
import ai.artenic.optimizer.domain.replay.Comparison;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/// Recomputes a recommendation that was kept from its own snapshot, model and basis, whatever is current now, and
/// compares the two.
public final class ReplayRecommendation {
    private final RecommendationStores stores;
    private final ModelRegistry models;
    private final RankerLoader loader;
    private final Function<Weights, HeuristicRanker> rankers;
    private final String software;

    /// @param rankers gives the heuristic of these weights
    /// @param software version that recomputes
    public ReplayRecommendation(
            RecommendationStores stores,
            ModelRegistry models,
            RankerLoader loader,
            Function<Weights, HeuristicRanker> rankers,
            String software) {
        this.stores = stores;
        this.models = models;
        this.loader = loader;
        this.rankers = rankers;
        this.software = software;
    }

    public ReplayAnswer replay(UUID id) {
        return stores.log().find(id).map(this::replay).orElseGet(ReplayAnswer.Unknown::new);
    }

    private ReplayAnswer replay(Recommendation answered) {
        return switch (stores.log().basis(answered.id())) {
            case BasisFound.Known(Basis basis) -> replay(answered, basis);
            case BasisFound.Absent() ->
                lacking(
                        answered,
                        Lacking.BASIS_NOT_KEPT,
                        "it was kept by a version that did not yet keep what a replay needs");
            case BasisFound.Unreadable(String reason) -> lacking(answered, Lacking.BASIS_UNREADABLE, reason);
        };
    }

    private ReplayAnswer replay(Recommendation answered, Basis basis) {
        String id = answered.catalogSnapshotId();
        return switch (stores.snapshots().find(id)) {
            case SnapshotStore.Found.Snapshot(CatalogSnapshot snapshot) -> replay(answered, basis, snapshot);
            case SnapshotStore.Found.Absent() ->
                lacking(answered, Lacking.SNAPSHOT_GONE, "catalogue snapshot " + id + " is no longer kept");
            case SnapshotStore.Found.Unreadable(String reason) ->
                lacking(answered, Lacking.SNAPSHOT_UNREADABLE, reason);
        };
    }

    private ReplayAnswer replay(Recommendation answered, Basis basis, CatalogSnapshot snapshot) {
        if (answered.modelVersion().isEmpty()) {
            return compared(answered, basis, snapshot, new Scoring.ByRule());
        }
        String version = answered.modelVersion().get();
        return switch (models.find(version)) {
            case ModelRegistry.Found.Model(ModelVersion model) -> replay(answered, basis, snapshot, model);
            case ModelRegistry.Found.Absent() ->
                lacking(answered, Lacking.MODEL_GONE, "ranking model " + version + " is no longer kept");
            case ModelRegistry.Found.Unreadable(String reason) -> lacking(answered, Lacking.MODEL_UNREADABLE, reason);
        };
    }

    private ReplayAnswer replay(Recommendation answered, Basis basis, CatalogSnapshot snapshot, ModelVersion model) {
        return switch (loader.load(model.model())) {
            case Loading.Loaded(var loaded) -> compared(answered, basis, snapshot, Scoring.by(loaded, answered.mode()));
            case Loading.Refused(String reason) ->
                lacking(
                        answered,
                        Lacking.MODEL_UNREADABLE,
                        "ranking model " + model.card().version() + " cannot be loaded: " + reason);
        };
    }

    private ReplayAnswer compared(Recommendation answered, Basis basis, CatalogSnapshot snapshot, Scoring scoring) {
        Knowledge knowledge = basis.knowledge(answered.request().workload(), scoring);
        Ranking ranking = rankers.apply(basis.weights()).rank(snapshot, answered.request(), knowledge);
        Recommendation recomputed = answered.rankedAnew(order(ranking), basis.exploration());
        return new Replayed(answered, Comparison.of(answered, recomputed), basis.software(), software);
    }

    private static Ranking.Ordered order(Ranking ranking) {
        return switch (ranking) {
            case Ranking.Ordered ordered -> ordered;
            case Ranking.Empty empty ->
                new Ranking.Ordered(empty.totalConsidered(), 0, empty.rejected(), List.of(), List.of(), false);
        };
    }

    private NotReplayable lacking(Recommendation answered, Lacking lacking, String words) {
        return new NotReplayable(answered, lacking, words, software);
    }
}
