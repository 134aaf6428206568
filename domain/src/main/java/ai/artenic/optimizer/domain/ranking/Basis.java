package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.calibration.WorkloadCalibration;
import ai.artenic.optimizer.domain.calibration.WorkloadClass;
import ai.artenic.optimizer.domain.experience.GroupExperience;
import ai.artenic.optimizer.domain.experience.PastRun;
import ai.artenic.optimizer.domain.spot.SpotExposure;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.List;

/// What a recommendation rests on besides its request, its catalogue snapshot and its ranking model: what was known
/// and configured at that moment. Kept with it, so that it can be recomputed.
///
/// Formulas, the bills of providers and the table of accelerators are part of the software.
///
/// @param calibration of the workload's class
/// @param runs of the workload's query group, oldest first
/// @param exposure what own jobs saw of spot nodes
/// @param exploration by which the first place was filled
/// @param software version that made the recommendation
public record Basis(
        Weights weights,
        WorkloadCalibration calibration,
        List<PastRun> runs,
        SpotExposure exposure,
        ExplorationPolicy exploration,
        String software) {
    public Basis {
        runs = List.copyOf(runs);
    }

    /// What there is to keep of this knowledge for a ranking of the workload.
    public static Basis of(
            Workload workload, Weights weights, Knowledge knowledge, ExplorationPolicy exploration, String software) {
        return new Basis(
                weights,
                knowledge.calibration().of(WorkloadClass.of(workload)),
                knowledge.experience().runs(),
                knowledge.exposure(),
                exploration,
                software);
    }

    /// The knowledge for a ranking of the workload, as it was.
    ///
    /// @param scoring by what candidates were ordered
    public Knowledge knowledge(Workload workload, Scoring scoring) {
        GroupExperience experience = runs.isEmpty() ? GroupExperience.NONE : GroupExperience.of(runs);
        return new Knowledge(Calibration.of(WorkloadClass.of(workload), calibration), experience, exposure, scoring);
    }
}
