package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.estimate.ReferenceMachine;
import ai.artenic.optimizer.domain.offer.Billing;
import ai.artenic.optimizer.domain.offer.OfferColumns.Kind;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.spot.Hazard;
import ai.artenic.optimizer.domain.spot.SpotOverhead;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.function.Function;

/// Scores kinds of candidates: everything but the price.
final class KindScorer {
    private static final Hazard NEVER = new Hazard(0);

    private final Weights weights;
    private final Reliability reliability;
    private final SpotOverhead overhead;
    private final double referenceCost;
    private final double logReferenceCost;
    private final Function<Provider, Billing> billings;

    KindScorer(
            Workload workload,
            Goal goal,
            Weights weights,
            Reliability reliability,
            double referenceHours,
            Function<Provider, Billing> billings) {
        this.billings = billings;
        this.weights = weights.towards(goal);
        this.reliability = reliability;
        this.overhead = SpotOverhead.of(workload.resumption());
        double referencePrice = ReferenceMachine.of(workload.gpuRequired()).eurPerHour();
        this.referenceCost = referenceHours * referencePrice;
        this.logReferenceCost = Math.log10(referenceCost);
    }

    /// EUR of the whole job on the workload's reference machine.
    double referenceCost() {
        return referenceCost;
    }

    ScoredKind onDemand(Kind kind, ShapeEstimate estimate) {
        return scored(kind, estimate, false, NEVER, 1, 0);
    }

    /// @param hazard of one node
    ScoredKind spot(Kind kind, ShapeEstimate estimate, Hazard hazard) {
        Hazard ofJob = hazard.ofNodes(estimate.nodes());
        double slowdown = overhead.factor(estimate.duration().expected(), ofJob);
        double interruptions = ofJob.perHour() * estimate.duration().expected() * slowdown;
        return scored(kind, estimate, true, hazard, slowdown, interruptions);
    }

    /// The slowdown of a candidate if the job took this many uninterrupted hours; 1 on demand.
    double slowdown(ScoredKind kind, double hours) {
        return kind.spot() ? overhead.factor(hours, kind.hazard().ofNodes(kind.nodes())) : 1;
    }

    /// Probability that the job is interrupted at least once, in [0, 1]; 0 on demand.
    double interrupted(ScoredKind kind) {
        return kind.spot()
                ? overhead.lifetimes()
                        .interrupted(
                                kind.hazard().ofNodes(kind.nodes()),
                                kind.estimate().duration().expected())
                : 0;
    }

    private ScoredKind scored(
            Kind kind, ShapeEstimate estimate, boolean spot, Hazard hazard, double slowdown, double interruptions) {
        double rate = reliability.of(kind.provider());
        double base = weights.gpuMatch() * estimate.gpuMatch()
                + weights.memoryHeadroom() * estimate.headroomPart()
                + weights.reliability() * rate;
        Billing billing = billings.apply(kind.provider());
        double billedHours = billing.hours(estimate.duration().expected() * slowdown);
        return new ScoredKind(
                estimate,
                spot,
                estimate.nodes(),
                hazard,
                slowdown,
                interruptions,
                rate,
                billedHours,
                billing,
                base,
                weights.costEfficiency(),
                Math.log10(billedHours * estimate.nodes()) - logReferenceCost);
    }
}
