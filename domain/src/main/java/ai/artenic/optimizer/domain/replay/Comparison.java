package ai.artenic.optimizer.domain.replay;

import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.quantity.Hours;
import ai.artenic.optimizer.domain.quantity.Interval;
import ai.artenic.optimizer.domain.ranking.InstanceRecommendation;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Compares a recommendation as it was answered with the same recomputed, to the last bit.
public final class Comparison {
    private static final List<Aspect<Recommendation>> OF_THE_WHOLE = List.of(
            new Aspect<>("query_id", answer -> answer.queryId().value()),
            new Aspect<>("workload_hash", answer -> answer.workloadHash().hex()),
            new Aspect<>("assumptions", Recommendation::assumptions),
            new Aspect<>("total_considered", Recommendation::totalConsidered),
            new Aspect<>("after_filter", Recommendation::afterFilter),
            new Aspect<>("rejected", Recommendation::rejected),
            new Aspect<>("frontier_truncated", Recommendation::frontierTruncated),
            new Aspect<>("exploration", Recommendation::exploration));

    private static final List<Aspect<InstanceRecommendation>> OF_A_CANDIDATE = List.of(
            new Aspect<>("instance", InstanceRecommendation::name),
            new Aspect<>("offer", InstanceRecommendation::offer),
            new Aspect<>(
                    "price_per_hour_eur", candidate -> candidate.pricePerHour().amount()),
            new Aspect<>("estimated_hours", candidate -> figures(candidate.estimatedHours(), Hours::value)),
            new Aspect<>("estimated_cost_eur", candidate -> figures(candidate.estimatedCost(), Eur::amount)),
            new Aspect<>("gpu_memory_required_gb", InstanceRecommendation::gpuMemoryRequired),
            new Aspect<>("score", InstanceRecommendation::score),
            new Aspect<>("score_parts", InstanceRecommendation::parts),
            new Aspect<>("confidence", InstanceRecommendation::confidence),
            new Aspect<>("explanation", InstanceRecommendation::explanation),
            new Aspect<>("first_if", InstanceRecommendation::firstIf),
            new Aspect<>("features", InstanceRecommendation::features),
            new Aspect<>("pareto", InstanceRecommendation::onFrontier),
            new Aspect<>("corrections", InstanceRecommendation::corrections));

    private Comparison() {}

    private record Aspect<T>(String field, Function<T, Object> value) {
        Stream<Difference> difference(OptionalInt rank, T answered, T recomputed) {
            Object before = value.apply(answered);
            Object now = value.apply(recomputed);
            return Objects.equals(before, now)
                    ? Stream.empty()
                    : Stream.of(new Difference(rank, field, before.toString(), now.toString()));
        }
    }

    /// In what they differ: first the whole answer, then rank by rank. Empty if they are identical.
    public static List<Difference> of(Recommendation answered, Recommendation recomputed) {
        var differences = new ArrayList<Difference>();
        OF_THE_WHOLE.stream()
                .flatMap(aspect -> aspect.difference(OptionalInt.empty(), answered, recomputed))
                .forEach(differences::add);
        List<InstanceRecommendation> before = answered.recommendations();
        List<InstanceRecommendation> now = recomputed.recommendations();
        IntStream.range(0, Math.max(before.size(), now.size()))
                .boxed()
                .flatMap(place -> atPlace(place, before, now))
                .forEach(differences::add);
        return List.copyOf(differences);
    }

    private static Stream<Difference> atPlace(
            int place, List<InstanceRecommendation> before, List<InstanceRecommendation> now) {
        OptionalInt rank = OptionalInt.of(place + 1);
        return place < before.size() && place < now.size()
                ? OF_A_CANDIDATE.stream().flatMap(aspect -> aspect.difference(rank, before.get(place), now.get(place)))
                : Stream.of(new Difference(rank, "instance", at(place, before), at(place, now)));
    }

    private static String at(int place, List<InstanceRecommendation> candidates) {
        return place < candidates.size() ? candidates.get(place).name() : "nothing";
    }

    private static <T extends Comparable<? super T>> List<Object> figures(
            Interval<T> interval, Function<T, Object> figure) {
        return List.of(figure.apply(interval.low()), figure.apply(interval.expected()), figure.apply(interval.high()));
    }
}
