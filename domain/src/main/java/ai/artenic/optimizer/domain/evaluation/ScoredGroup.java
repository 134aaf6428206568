package ai.artenic.optimizer.domain.evaluation;

import ai.artenic.optimizer.domain.learning.LabelledGroup;

/// A held-out group and what a model that never saw it thinks of its rows.
///
/// @param scores of each row; higher is placed first
@SuppressWarnings("ArrayRecordComponent") // made once, handed over, never compared
public record ScoredGroup(LabelledGroup group, double[] scores) {
    public ScoredGroup {
        if (scores.length != group.rows().size()) {
            throw new IllegalArgumentException(
                    "ScoredGroup of " + group.rows().size() + " rows had " + scores.length + " scores");
        }
    }
}
