package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.calibration.AppliedCorrections;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import ai.artenic.optimizer.domain.quantity.GigaBytes;
import ai.artenic.optimizer.domain.quantity.Hours;
import ai.artenic.optimizer.domain.quantity.Interval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// One ranked candidate: an offer with a purchase option and a node count, what it is predicted to need and cost, and
/// why it stands where it stands. Frozen: later prices, models and calibrations do not change it.
///
/// @param rank 1 is the best
/// @param pricePerHour price of one node under this purchase option
/// @param gpuMemoryRequired memory the job needs on each GPU; empty for candidates without GPUs
/// @param confidence in [0, 1]: how narrow the cost interval is
/// @param explanation sentences for people, most important first
/// @param firstIf the highest price per node hour at which this candidate would be the usual first choice, all else
///     equal; empty for that choice, and where no positive price suffices
/// @param features the feature vector at ranking time, by feature name order of `featureSchema`
/// @param onFrontier whether no candidate of the whole catalogue is both cheaper and faster
/// @param corrections contained in hours, cost and memory
public record InstanceRecommendation(
        int rank,
        Offer offer,
        boolean isSpot,
        int nodeCount,
        EurPerHour pricePerHour,
        Interval<Hours> estimatedHours,
        Interval<Eur> estimatedCost,
        Optional<Interval<GigaBytes>> gpuMemoryRequired,
        double score,
        ScoreParts parts,
        double confidence,
        List<String> explanation,
        Optional<EurPerHour> firstIf,
        FeatureVector features,
        boolean onFrontier,
        AppliedCorrections corrections) {
    public InstanceRecommendation {
        explanation = List.copyOf(explanation);
    }

    /// The candidate as people read it: `aws/p4d.24xlarge/us-east-1 spot on 2 nodes`.
    public String name() {
        return offer.id() + (isSpot ? " spot" : " on demand") + (nodeCount > 1 ? " on " + nodeCount + " nodes" : "");
    }

    /// The same at another place.
    ///
    /// @param sentence said of it before all others
    InstanceRecommendation at(int place, String sentence) {
        return at(
                place, Stream.concat(Stream.of(sentence), explanation.stream()).toList());
    }

    /// The same at another place, of which nothing more is said.
    InstanceRecommendation at(int place) {
        return at(place, explanation);
    }

    private InstanceRecommendation at(int place, List<String> sentences) {
        return new InstanceRecommendation(
                place,
                offer,
                isSpot,
                nodeCount,
                pricePerHour,
                estimatedHours,
                estimatedCost,
                gpuMemoryRequired,
                score,
                parts,
                confidence,
                sentences,
                firstIf,
                features,
                onFrontier,
                corrections);
    }

    /// Expected hours before correction: what an outcome is compared with. Interruptions of spot nodes are in it, in
    /// proportion to those after correction.
    public double modelledHours() {
        return corrections.hoursBefore(estimatedHours.expected().value());
    }

    /// Expected GPU memory before correction, in GB per GPU; empty for candidates without GPUs.
    public OptionalDouble modelledGpuMemoryGb() {
        return gpuMemoryRequired
                .map(need -> OptionalDouble.of(
                        corrections.memoryBefore(need.expected().value())))
                .orElse(OptionalDouble.empty());
    }
}
