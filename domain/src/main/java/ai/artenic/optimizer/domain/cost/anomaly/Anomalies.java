package ai.artenic.optimizer.domain.cost.anomaly;

import java.util.List;

/// Jobs that cost more than jobs like them, by impact, the dearest first.
///
/// @param undisturbed of jobs that ran to their end
/// @param disturbed of jobs that failed or were preempted: they are held against the others, never the others against
///     them
/// @param judged jobs that could be held against something
/// @param notJudged jobs of which nobody could say what they should have cost
/// @param found anomalies in all, those that are not listed too
public record Anomalies(List<Anomaly> undisturbed, List<Anomaly> disturbed, long judged, long notJudged, long found) {
    public Anomalies {
        undisturbed = List.copyOf(undisturbed);
        disturbed = List.copyOf(disturbed);
    }
}
