package ai.artenic.optimizer.domain.ranking;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Orders a shortlist by a ranking model, alone or blended with the rule.
final class ModelOrder {
    private ModelOrder() {}

    /// The shortlist, best first.
    static List<RankedCandidate> order(List<Candidate> shortlist, Scoring scoring, FeatureExtractor features) {
        return switch (scoring) {
            case Scoring.ByRule() ->
                shortlist.stream()
                        .map(RankedCandidate::byRule)
                        .sorted(RankedCandidate.BEST_FIRST)
                        .toList();
            case Scoring.ByModel(var model) -> {
                double[] learned = HybridBlend.scaled(scores(shortlist, model, features));
                yield ranked(shortlist, learned, learned);
            }
            case Scoring.Blended(var model) -> {
                double[] learned = scores(shortlist, model, features);
                double[] ruled =
                        shortlist.stream().mapToDouble(Candidate::score).toArray();
                yield ranked(shortlist, HybridBlend.of(learned, ruled), HybridBlend.scaled(learned));
            }
        };
    }

    private static List<RankedCandidate> ranked(List<Candidate> shortlist, double[] scores, double[] learned) {
        return IntStream.range(0, shortlist.size())
                .mapToObj(i -> new RankedCandidate(shortlist.get(i), scores[i], OptionalDouble.of(learned[i])))
                .sorted(RankedCandidate.BEST_FIRST)
                .toList();
    }

    private static double[] scores(List<Candidate> shortlist, RankingModel model, FeatureExtractor features) {
        int width = model.schema().size();
        var rows = new double[shortlist.size() * width];
        var row = new double[FeatureSchema.V2.size()];
        for (int i = 0; i < shortlist.size(); i++) {
            features.extract(shortlist.get(i), row, 0);
            System.arraycopy(row, 0, rows, i * width, width);
        }
        var scores = new double[shortlist.size()];
        model.score(rows, scores.length, scores);
        return scores;
    }
}
