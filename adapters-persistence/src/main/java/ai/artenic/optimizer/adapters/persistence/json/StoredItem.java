package ai.artenic.optimizer.adapters.persistence.json;

import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import ai.artenic.optimizer.domain.quantity.GigaBytes;
import ai.artenic.optimizer.domain.quantity.Hours;
import ai.artenic.optimizer.domain.quantity.Interval;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import ai.artenic.optimizer.domain.ranking.FeatureVector;
import ai.artenic.optimizer.domain.ranking.InstanceRecommendation;
import ai.artenic.optimizer.domain.ranking.ScoreParts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One entry of a kept ranking.
record StoredItem(
        int rank,
        StoredOffer offer,
        boolean isSpot,
        int nodeCount,
        BigDecimal pricePerHour,
        List<Double> hours,
        List<BigDecimal> cost,
        @Nullable List<Double> gpuMemory,
        double score,
        ScoreParts parts,
        double confidence,
        List<String> explanation,
        @Nullable BigDecimal firstIf,
        FeatureSchema featureSchema,
        List<@Nullable Double> features,
        boolean onFrontier) {

    static StoredItem of(InstanceRecommendation item) {
        return new StoredItem(
                item.rank(),
                StoredOffer.of(item.offer()),
                item.isSpot(),
                item.nodeCount(),
                item.pricePerHour().amount(),
                three(item.estimatedHours()).map(Hours::value).toList(),
                three(item.estimatedCost()).map(Eur::amount).toList(),
                item.gpuMemoryRequired()
                        .map(memory -> three(memory).map(GigaBytes::value).toList())
                        .orElse(null),
                item.score(),
                item.parts(),
                item.confidence(),
                item.explanation(),
                item.firstIf().map(EurPerHour::amount).orElse(null),
                item.features().schema(),
                withNulls(item.features().values()),
                item.onFrontier());
    }

    InstanceRecommendation toDomain() {
        Offer sold = offer.toDomain();
        return new InstanceRecommendation(
                rank,
                sold,
                isSpot,
                nodeCount,
                new EurPerHour(pricePerHour),
                new Interval<>(new Hours(hours.get(0)), new Hours(hours.get(1)), new Hours(hours.get(2))),
                new Interval<>(new Eur(cost.get(0)), new Eur(cost.get(1)), new Eur(cost.get(2))),
                Optional.ofNullable(gpuMemory)
                        .map(gb -> new Interval<>(
                                new GigaBytes(gb.get(0)), new GigaBytes(gb.get(1)), new GigaBytes(gb.get(2)))),
                score,
                parts,
                confidence,
                explanation,
                Optional.ofNullable(firstIf).map(EurPerHour::new),
                new FeatureVector(
                        featureSchema,
                        features.stream()
                                .mapToDouble(value -> value == null ? Double.NaN : value)
                                .toArray()),
                onFrontier);
    }

    private static <T extends Comparable<? super T>> Stream<T> three(Interval<T> interval) {
        return Stream.of(interval.low(), interval.expected(), interval.high());
    }

    /// JSON has no NaN: a missing feature is null.
    private static List<@Nullable Double> withNulls(double[] values) {
        var list = new ArrayList<@Nullable Double>(values.length);
        for (double value : values) {
            list.add(Double.isNaN(value) ? null : value);
        }
        return list;
    }
}
