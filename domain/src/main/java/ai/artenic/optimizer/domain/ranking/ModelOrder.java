package ai.artenic.optimizer.domain.ranking;

import java.util.Arrays;
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
            case Scoring.ByModel(var model) -> order(shortlist, model, 1, features);
            case Scoring.Blended(var model) -> order(shortlist, model, Scoring.Blended.OF_THE_MODEL, features);
        };
    }

    private static List<RankedCandidate> order(
            List<Candidate> shortlist, RankingModel model, double ofTheModel, FeatureExtractor features) {
        double[] learned = scaled(scores(shortlist, model, features));
        double[] ruled = scaled(shortlist.stream().mapToDouble(Candidate::score).toArray());
        return IntStream.range(0, shortlist.size())
                .mapToObj(i -> new RankedCandidate(
                        shortlist.get(i),
                        ofTheModel * learned[i] + (1 - ofTheModel) * ruled[i],
                        OptionalDouble.of(learned[i])))
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

    /// The scores on [0, 1]: 0 the least, 1 the greatest; all 1 where they are equal.
    static double[] scaled(double[] scores) {
        double least = Arrays.stream(scores).min().orElse(0);
        double range = Arrays.stream(scores).max().orElse(0) - least;
        return Arrays.stream(scores)
                .map(score -> range > 0 ? (score - least) / range : 1)
                .toArray();
    }
}
