package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.estimate.GpuMemoryEstimate;
import ai.artenic.optimizer.domain.estimate.HostMemory;
import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.OfferColumns;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Finds, for every reason that has a number, the rejected candidate that came closest. Runs only when nothing was
/// admitted, so that a user learns what to relax.
final class NearMisses {
    private final CatalogSnapshot snapshot;
    private final Admission admission;
    private final Constraints constraints;
    private final ShapeEstimator shapes;
    private final Map<RejectionReason, Miss> closest = new EnumMap<>(RejectionReason.class);

    /// @param distance how far from admission, >= 1: need over supply, or value over limit
    private record Miss(Offer offer, ScoredKind kind, double price, double distance) {}

    NearMisses(CatalogSnapshot snapshot, Admission admission, Constraints constraints, ShapeEstimator shapes) {
        this.snapshot = snapshot;
        this.admission = admission;
        this.constraints = constraints;
        this.shapes = shapes;
    }

    /// @param refused at the second look
    List<NearMiss> find(List<KindTable> tables, List<Shortlist.Refused> refused) {
        refused.forEach(one -> note(
                one.reason(),
                one.candidate().offer(),
                one.candidate().kind(),
                one.candidate().price()));
        OfferColumns columns = snapshot.columns();
        for (KindTable kinds : tables) {
            for (int offer = 0; offer < columns.size(); offer++) {
                look(kinds, offer, false, columns.onDemand(offer));
                if (!Double.isNaN(columns.spot(offer))) {
                    look(kinds, offer, true, columns.spot(offer));
                }
            }
        }
        return closest.entrySet().stream()
                .map(entry -> new NearMiss(
                        entry.getKey(),
                        entry.getValue().offer().id(),
                        entry.getValue().kind().spot(),
                        entry.getValue().kind().nodes(),
                        words(entry.getKey(), entry.getValue())))
                .toList();
    }

    private void look(KindTable kinds, int offer, boolean spot, double price) {
        RejectionReason reason = admission.rejection(kinds, offer, spot, price);
        if (reason != null) {
            note(
                    reason,
                    snapshot.offers().get(offer),
                    kinds.kind(snapshot.columns().kind(offer), spot),
                    price);
        }
    }

    private void note(RejectionReason reason, Offer offer, ScoredKind kind, double price) {
        double distance = distance(reason, kind, price);
        Miss known = closest.get(reason);
        if (!Double.isNaN(distance) && (known == null || distance < known.distance())) {
            closest.put(reason, new Miss(offer, kind, price, distance));
        }
    }

    private double distance(RejectionReason reason, ScoredKind kind, double price) {
        Machine machine = kind.estimate().machine();
        return switch (reason) {
            case GPU_MEMORY_TOO_SMALL -> need(kind) / usable(machine);
            case MEMORY_TOO_SMALL -> hostNeed(kind) / machine.memoryGb().orElse(1);
            case PRICE_ABOVE_LIMIT ->
                price * kind.nodes() / constraints.maxPricePerHourEur().orElse(1);
            case HOURS_ABOVE_LIMIT -> kind.hours() / constraints.maxHours().orElse(1);
            case COST_ABOVE_LIMIT -> kind.cost(price) / constraints.maxCostEur().orElse(1);
            case UNAVAILABLE,
                    PROVIDER_EXCLUDED,
                    REGION_NOT_ALLOWED,
                    SPOT_NOT_ALLOWED,
                    SPOT_WOULD_NOT_FINISH,
                    FRAMEWORK_NOT_SUPPORTED,
                    GPU_REQUIRED,
                    GPU_TYPE_NOT_ALLOWED -> Double.NaN;
        };
    }

    private String words(RejectionReason reason, Miss miss) {
        Machine machine = miss.kind().estimate().machine();
        return switch (reason) {
            case GPU_MEMORY_TOO_SMALL ->
                "needs " + RejectionReport.gb(need(miss.kind())) + " per GPU (low estimate), has "
                        + RejectionReport.number(card(machine)) + " (" + RejectionReport.gb(usable(machine))
                        + " usable)";
            case MEMORY_TOO_SMALL ->
                "needs " + RejectionReport.gb(hostNeed(miss.kind())) + " of main memory, has "
                        + RejectionReport.number(machine.memoryGb().orElse(0));
            case PRICE_ABOVE_LIMIT ->
                RejectionReport.number(miss.price() * miss.kind().nodes()) + " EUR/h, limit is "
                        + RejectionReport.number(
                                constraints.maxPricePerHourEur().orElse(0));
            case HOURS_ABOVE_LIMIT ->
                RejectionReport.number(miss.kind().hours()) + " h expected, limit is "
                        + RejectionReport.number(constraints.maxHours().orElse(0));
            case COST_ABOVE_LIMIT ->
                RejectionReport.number(miss.kind().cost(miss.price())) + " EUR expected, limit is "
                        + RejectionReport.number(constraints.maxCostEur().orElse(0));
            case UNAVAILABLE,
                    PROVIDER_EXCLUDED,
                    REGION_NOT_ALLOWED,
                    SPOT_NOT_ALLOWED,
                    SPOT_WOULD_NOT_FINISH,
                    FRAMEWORK_NOT_SUPPORTED,
                    GPU_REQUIRED,
                    GPU_TYPE_NOT_ALLOWED -> throw new IllegalStateException(reason + " has no number");
        };
    }

    private double need(ScoredKind kind) {
        return kind.estimate().memory().map(GpuMemoryEstimate::low).orElse(0.0);
    }

    private double hostNeed(ScoredKind kind) {
        boolean accelerated = kind.estimate().machine().accelerators().isPresent();
        return HostMemory.lowGb(shapes.profile(), accelerated, kind.nodes());
    }

    private static double card(Machine machine) {
        return machine.accelerators().map(Accelerators::memoryGbEach).orElse(0.0);
    }

    private static double usable(Machine machine) {
        return card(machine) * GpuMemoryEstimate.USABLE_SHARE;
    }
}
