package ai.artenic.optimizer.domain.learning;

import ai.artenic.optimizer.domain.outcome.LabelPolicy;
import ai.artenic.optimizer.domain.outcome.RelevanceLabel;
import ai.artenic.optimizer.domain.outcome.Sample;
import ai.artenic.optimizer.domain.workload.QueryId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The samples of one query group, each with its label under one policy, by job.
public record LabelledGroup(QueryId id, List<Row> rows) {
    private static final Comparator<Sample> NEWEST_FIRST = Comparator.comparing(Sample::recordedAt)
            .thenComparing(Sample::jobId)
            .reversed();

    public LabelledGroup {
        rows = List.copyOf(rows);
    }

    /// A sample and how relevant it is.
    public record Row(Sample sample, RelevanceLabel label) {
        public boolean isFailed() {
            return sample.relativeCost().isEmpty();
        }
    }

    /// The newest rows of the group, as many as can be trained on; samples that the policy cannot judge are left out.
    ///
    /// @param samples all that is known of the group, at most one of a job
    static LabelledGroup of(QueryId id, Collection<Sample> samples, LabelPolicy policy) {
        OptionalDouble best = best(samples);
        List<Row> rows = samples.stream()
                .sorted(NEWEST_FIRST)
                .flatMap(sample -> label(sample, policy, best).map(label -> new Row(sample, label)).stream())
                .limit(TrainingSet.MOST_ROWS_OF_GROUP)
                .sorted(Comparator.comparing(row -> row.sample().jobId()))
                .toList();
        return new LabelledGroup(id, rows);
    }

    /// Whether there is an order to learn or to judge: two rows at least, of two labels at least.
    public boolean isTelling() {
        return rows.stream().map(Row::label).distinct().limit(2).count() > 1;
    }

    /// The least cost of all rows; empty where every job failed.
    public OptionalDouble bestCost() {
        return best(rows.stream().map(Row::sample).toList());
    }

    /// When the newest row was recorded; of a group of rows.
    public Instant newest() {
        return rows.stream()
                .map(row -> row.sample().recordedAt())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Optional<RelevanceLabel> label(Sample sample, LabelPolicy policy, OptionalDouble best) {
        return switch (policy) {
            case OUTCOME -> sample.outcomeLabel();
            case REGRET -> Optional.of(regretLabel(sample, best));
        };
    }

    private static RelevanceLabel regretLabel(Sample sample, OptionalDouble best) {
        return sample.relativeCost().isPresent()
                ? RelevanceLabel.againstBestKnown(sample.relativeCost().getAsDouble(), best.orElseThrow())
                : RelevanceLabel.FAILED;
    }

    private static OptionalDouble best(Collection<Sample> samples) {
        return samples.stream()
                .map(Sample::relativeCost)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .min();
    }
}
