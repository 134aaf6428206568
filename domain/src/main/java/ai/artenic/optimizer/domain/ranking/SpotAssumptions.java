package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.spot.Hazard;
import ai.artenic.optimizer.domain.spot.SpotOverhead;
import ai.artenic.optimizer.domain.workload.Resumption;
import java.util.ArrayList;
import java.util.List;

/// What the ranking of spot candidates takes for granted, in words.
final class SpotAssumptions {
    private SpotAssumptions() {}

    static List<String> of(Resumption resumption) {
        var assumptions = new ArrayList<String>();
        assumptions.add("spot interruptions taken as " + Hazard.GPU_PRIOR.perHour() + " per hour and GPU node, "
                + Hazard.CPU_PRIOR.perHour() + " per CPU node, where neither the provider nor own jobs tell");
        if (resumption.checkpointing().isEmpty()) {
            assumptions.add("checkpointing taken as false: an interrupted spot job starts again from the beginning");
        }
        boolean resumes = resumption.checkpointing().orElse(false);
        if (resumes && resumption.checkpointWriteMinutes().isEmpty()) {
            assumptions.add("checkpoint_write_minutes taken as "
                    + RejectionReport.number(SpotOverhead.USUAL_CHECKPOINT_MINUTES));
        }
        if (resumption.restartMinutes().isEmpty()) {
            assumptions.add("restart_minutes taken as " + RejectionReport.number(SpotOverhead.USUAL_RESTART_MINUTES));
        }
        return assumptions;
    }
}
