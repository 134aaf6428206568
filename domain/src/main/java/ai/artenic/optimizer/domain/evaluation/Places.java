package ai.artenic.optimizer.domain.evaluation;

import java.util.Comparator;
import java.util.stream.IntStream;

/// The places that scores give to rows.
final class Places {
    private Places() {}

    /// Rows by falling score; equal scores in the order of the rows.
    static int[] bestFirst(double[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -scores[row]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// The place after the last one that has the score of this one.
    static int endOfTie(double[] scores, int[] order, int start) {
        int end = start + 1;
        while (end < order.length && scores[order[end]] == scores[order[start]]) {
            end++;
        }
        return end;
    }
}
