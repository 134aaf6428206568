package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.offer.OfferColumns;
import ai.artenic.optimizer.domain.offer.OfferColumns.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All kinds of a snapshot scored for one workload and one node count, laid out for the scan over offers.
final class KindTable {
    final int nodes;
    private final ScoredKind[] onDemand;
    private final ScoredKind[] spot;
    private final boolean[] providerExcluded;
    private final @Nullable RejectionReason[] shapeRejection;

    KindTable(OfferColumns columns, ShapeEstimator shapes, KindScorer scorer, ProviderFilter providers, int nodes) {
        this.nodes = nodes;
        ShapeEstimate[] estimates = columns.shapes().stream()
                .map(machine -> shapes.estimate(machine, nodes))
                .toArray(ShapeEstimate[]::new);
        List<Kind> kinds = columns.kinds();
        onDemand = new ScoredKind[kinds.size()];
        spot = new ScoredKind[kinds.size()];
        providerExcluded = new boolean[kinds.size()];
        shapeRejection = new @Nullable RejectionReason[kinds.size()];
        for (int k = 0; k < kinds.size(); k++) {
            Kind kind = kinds.get(k);
            ShapeEstimate estimate = estimates[kind.shape()];
            providerExcluded[k] = !providers.admits(kind.provider());
            shapeRejection[k] = estimate.rejection().orElse(null);
            onDemand[k] = scorer.onDemand(kind, estimate);
            spot[k] = scorer.spot(kind, estimate);
        }
    }

    ScoredKind kind(int kind, boolean isSpot) {
        return isSpot ? spot[kind] : onDemand[kind];
    }

    boolean isProviderExcluded(int kind) {
        return providerExcluded[kind];
    }

    /// The reason the kind's shape is rejected for; null if it is not.
    @Nullable
    RejectionReason shapeRejection(int kind) {
        return shapeRejection[kind];
    }

    int size() {
        return onDemand.length;
    }
}
