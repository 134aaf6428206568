package ai.artenic.optimizer.domain.ranking;

import java.util.OptionalDouble;

/// What a candidate's score is made of; each part lies in [0, 1].
///
/// @param heuristic the weighted sum of the four parts before it
/// @param ltr the ranking model's score scaled to [0, 1] within the request; empty where no model took part
public record ScoreParts(
        double costEfficiency,
        double gpuMatch,
        double memoryHeadroom,
        double reliability,
        double heuristic,
        OptionalDouble ltr) {}
