package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.domain.ranking.ScoreParts;
import org.jspecify.annotations.Nullable;

/// What a score is made of, each part in [0, 1]; `ltr` is null where no ranking model took part.
public record ScorePartsJson(
        double costEfficiency,
        double gpuMatch,
        double memoryHeadroom,
        double reliability,
        double heuristic,
        @Nullable Double ltr) {
    static ScorePartsJson from(ScoreParts parts) {
        return new ScorePartsJson(
                parts.costEfficiency(),
                parts.gpuMatch(),
                parts.memoryHeadroom(),
                parts.reliability(),
                parts.heuristic(),
                Hardware.orNull(parts.ltr()));
    }
}
