package ai.artenic.optimizer.domain.ranking;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Says in one sentence what moved a ranking model's score most.
final class ModelWords {
    private static final int TOLD = 3;

    private ModelWords() {}

    static String of(RankingModel model, FeatureVector features) {
        FeatureVector seen = features.as(model.schema()).orElseThrow();
        double[] contributions = model.contributions(seen.values());
        List<String> names = model.schema().names();
        return IntStream.range(0, names.size())
                .boxed()
                .filter(i -> contributions[i] != 0)
                .sorted(Comparator.comparingDouble(i -> -Math.abs(contributions[i])))
                .limit(TOLD)
                .map(i -> names.get(i) + (contributions[i] > 0 ? " +" : " ") + Figures.significant(contributions[i]))
                .collect(Collectors.joining(", ", "the learned score is moved most by ", ""));
    }
}
