package ai.artenic.optimizer.domain.learning;

import ai.artenic.optimizer.domain.outcome.LabelPolicy;
import ai.artenic.optimizer.domain.outcome.Sample;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Samples by query group, labelled. Equal samples give equal groups, whatever their order.
///
/// @param telling groups there is something to learn from, by id
/// @param singles groups of one row, which are left out
/// @param indifferent groups of several rows and one label, which are left out
public record LabelledGroups(List<LabelledGroup> telling, int singles, int indifferent) {
    public LabelledGroups {
        telling = List.copyOf(telling);
    }

    /// @param samples at most one of a job; those the policy cannot judge are left out
    public static LabelledGroups of(Collection<Sample> samples, LabelPolicy policy) {
        List<LabelledGroup> groups =
                samples.stream().collect(Collectors.groupingBy(Sample::queryId)).entrySet().stream()
                        .map(entry -> LabelledGroup.of(entry.getKey(), entry.getValue(), policy))
                        .filter(group -> !group.rows().isEmpty())
                        .sorted(Comparator.comparing(group -> group.id().value().toString()))
                        .toList();
        List<LabelledGroup> telling =
                groups.stream().filter(LabelledGroup::isTelling).toList();
        int singles =
                (int) groups.stream().filter(group -> group.rows().size() == 1).count();
        return new LabelledGroups(telling, singles, groups.size() - telling.size() - singles);
    }

    /// All groups, those that are left out included.
    public int count() {
        return telling.size() + singles + indifferent;
    }

    public int rows() {
        return telling.stream().mapToInt(group -> group.rows().size()).sum();
    }

    /// What a model is trained on: the rows of these groups, group after group, of equal weight.
    ///
    /// @param schema theirs or an earlier one
    public static TrainingSet set(FeatureSchema schema, List<LabelledGroup> groups) {
        List<LabelledGroup.Row> rows =
                groups.stream().flatMap(group -> group.rows().stream()).toList();
        var weights = new double[rows.size()];
        Arrays.fill(weights, 1);
        return new TrainingSet(
                schema,
                features(schema, rows),
                rows.stream().mapToInt(row -> row.label().value()).toArray(),
                weights,
                groups.stream().mapToInt(group -> group.rows().size()).toArray());
    }

    /// The features of the rows, row after row, as a model reads them.
    public static double[] features(FeatureSchema schema, List<LabelledGroup.Row> rows) {
        var features = new double[rows.size() * schema.size()];
        for (int i = 0; i < rows.size(); i++) {
            double[] values =
                    rows.get(i).sample().features().as(schema).orElseThrow().values();
            System.arraycopy(values, 0, features, i * schema.size(), schema.size());
        }
        return features;
    }
}
