package ai.artenic.optimizer.adapters.persistence.recommendation;

import ai.artenic.optimizer.adapters.persistence.catalog.OfferRow;
import ai.artenic.optimizer.adapters.persistence.json.FeaturesRow;
import ai.artenic.optimizer.domain.calibration.AppliedCorrections;
import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import ai.artenic.optimizer.domain.quantity.GigaBytes;
import ai.artenic.optimizer.domain.quantity.Hours;
import ai.artenic.optimizer.domain.ranking.InstanceRecommendation;
import ai.artenic.optimizer.domain.ranking.ScoreParts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// One ranked candidate, an element of the column `alternatives`.
///
/// @param corrections absent in rows from before there were any
record CandidateRow(
        int rank,
        OfferRow offer,
        boolean isSpot,
        int nodeCount,
        BigDecimal pricePerHourEur,
        IntervalRow<Double> estimatedHours,
        IntervalRow<BigDecimal> estimatedCostEur,
        Optional<IntervalRow<Double>> gpuMemoryRequiredGb,
        double score,
        ScoreParts scoreParts,
        double confidence,
        List<String> explanation,
        Optional<BigDecimal> firstIfPricePerHourEurAtMost,
        FeaturesRow features,
        boolean onFrontier,
        Optional<AppliedCorrections> corrections) {
    static CandidateRow of(InstanceRecommendation candidate) {
        return new CandidateRow(
                candidate.rank(),
                OfferRow.of(candidate.offer()),
                candidate.isSpot(),
                candidate.nodeCount(),
                candidate.pricePerHour().amount(),
                IntervalRow.of(candidate.estimatedHours(), Hours::value),
                IntervalRow.of(candidate.estimatedCost(), Eur::amount),
                candidate.gpuMemoryRequired().map(memory -> IntervalRow.of(memory, GigaBytes::value)),
                candidate.score(),
                candidate.parts(),
                candidate.confidence(),
                candidate.explanation(),
                candidate.firstIf().map(EurPerHour::amount),
                FeaturesRow.of(candidate.features()),
                candidate.onFrontier(),
                Optional.of(candidate.corrections()));
    }

    InstanceRecommendation toDomain() {
        return new InstanceRecommendation(
                rank,
                offer.toDomain(),
                isSpot,
                nodeCount,
                new EurPerHour(pricePerHourEur),
                estimatedHours.toDomain(Hours::new),
                estimatedCostEur.toDomain(Eur::new),
                gpuMemoryRequiredGb.map(memory -> memory.toDomain(GigaBytes::new)),
                score,
                scoreParts,
                confidence,
                explanation,
                firstIfPricePerHourEurAtMost.map(EurPerHour::new),
                features.toDomain(),
                onFrontier,
                corrections.orElse(AppliedCorrections.NONE));
    }
}
