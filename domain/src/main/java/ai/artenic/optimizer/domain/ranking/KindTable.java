package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.OfferColumns;
import ai.artenic.optimizer.domain.offer.OfferColumns.Kind;
import ai.artenic.optimizer.domain.spot.Hazard;
import ai.artenic.optimizer.domain.spot.SpotExposure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All kinds of a snapshot for one workload and one node count: screened at once, estimated and scored when asked for,
/// which for most kinds never happens.
final class KindTable {
    final int nodes;
    private final ShapeEstimator shapes;
    private final KindScorer scorer;
    private final SpotExposure exposure;
    private final OfferColumns columns;
    private final List<Kind> kinds;
    private final boolean[] providerExcluded;
    private final @Nullable RejectionReason[] rejectionOfShape;
    private final @Nullable ShapeEstimate[] estimateOfShape;
    private final @Nullable ScoredKind[] onDemand;
    private final @Nullable ScoredKind[] spot;

    KindTable(OfferColumns columns, Estimation estimation, ProviderFilter providers, int nodes) {
        this.nodes = nodes;
        this.exposure = estimation.exposure();
        this.shapes = estimation.shapes();
        this.scorer = estimation.scorer();
        this.columns = columns;
        this.kinds = columns.kinds();
        List<Machine> machines = columns.shapes();
        rejectionOfShape = new @Nullable RejectionReason[machines.size()];
        for (int shape = 0; shape < rejectionOfShape.length; shape++) {
            rejectionOfShape[shape] = shapes.rejection(machines.get(shape), nodes);
        }
        estimateOfShape = new @Nullable ShapeEstimate[machines.size()];
        onDemand = new @Nullable ScoredKind[kinds.size()];
        spot = new @Nullable ScoredKind[kinds.size()];
        providerExcluded = new boolean[columns.providers().size()];
        for (int provider = 0; provider < providerExcluded.length; provider++) {
            providerExcluded[provider] = !providers.admits(columns.providers().get(provider));
        }
    }

    ScoredKind kind(int kind, boolean isSpot) {
        @Nullable ScoredKind[] scored = isSpot ? spot : onDemand;
        ScoredKind known = scored[kind];
        if (known != null) {
            return known;
        }
        ShapeEstimate estimate = estimate(kinds.get(kind));
        ScoredKind made = isSpot
                ? scorer.spot(kinds.get(kind), estimate, hazard(kind))
                : scorer.onDemand(kinds.get(kind), estimate);
        scored[kind] = made;
        return made;
    }

    private Hazard hazard(int k) {
        Kind kind = kinds.get(k);
        return exposure.hazard(kind.provider(), columns.instanceTypes(k), kind.likelyHazard());
    }

    private ShapeEstimate estimate(Kind kind) {
        ShapeEstimate known = estimateOfShape[kind.shape()];
        if (known != null) {
            return known;
        }
        ShapeEstimate made = shapes.estimate(kind.machine(), nodes);
        estimateOfShape[kind.shape()] = made;
        return made;
    }

    boolean isProviderExcluded(int kind) {
        return providerExcluded[columns.provider(kind)];
    }

    /// The reason the kind's shape is rejected for; null if it is not.
    @Nullable
    RejectionReason shapeRejection(int kind) {
        return rejectionOfShape[kinds.get(kind).shape()];
    }

    int size() {
        return kinds.size();
    }
}
