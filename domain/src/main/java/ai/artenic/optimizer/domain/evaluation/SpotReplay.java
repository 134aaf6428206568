package ai.artenic.optimizer.domain.evaluation;

import ai.artenic.optimizer.domain.spot.SpotOverhead;
import java.util.List;

/// Runs a job on a zone's measured spot nodes.
///
/// @param hours of work
/// @param overhead of the job
/// @param interval hours of work between checkpoints; as long as the job where it makes none
record SpotReplay(double hours, SpotOverhead overhead, double interval) {
    private static final double TINY = 1e-9;

    /// What came of it.
    ///
    /// @param billed hours that nodes ran
    /// @param interruptions until it was done, or the measurements ended
    /// @param isDone whether it was done by then
    record Outcome(double billed, int interruptions, boolean isDone) {}

    /// Starts the job on the first of these nodes; it takes the next one whenever a node goes away.
    Outcome on(List<SpotSpan> nodes) {
        double done = 0;
        double billed = 0;
        int interruptions = 0;
        for (SpotSpan node : nodes) {
            double restart = interruptions == 0 ? 0 : overhead.restartHours();
            double room = node.length() - restart;
            double left = hours - done;
            double needed = left + writes(left) * overhead.checkpointHours();
            if (room >= needed) {
                return new Outcome(billed + restart + needed, interruptions, true);
            }
            billed += node.length();
            interruptions++;
            if (overhead.checkpointing() && room > 0) {
                done += Math.floor(room / (interval + overhead.checkpointHours())) * interval;
            }
        }
        return new Outcome(billed, interruptions, false);
    }

    /// The end of the job needs no checkpoint.
    private double writes(double left) {
        return overhead.checkpointing() ? Math.max(0, Math.ceil(left / interval - TINY) - 1) : 0;
    }
}
