package ai.artenic.optimizer.domain.experience;

import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.calibration.WorkloadCalibration;
import ai.artenic.optimizer.domain.calibration.WorkloadClass;
import ai.artenic.optimizer.domain.workload.QueryId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A run of a query group as it is kept: against the model alone. The calibration moves with every outcome, so a run
/// that was kept against a calibrated estimate would later be held against another.
///
/// @param workload class by which the calibration corrects the run's modelled hours
/// @param uncorrected the run, its modelled hours before any correction
public record GroupRun(QueryId group, WorkloadClass workload, PastRun uncorrected) {

    /// The runs against what would be expected of them by this calibration: what is left for experience to teach.
    static List<PastRun> by(Calibration calibration, List<GroupRun> runs) {
        var corrected = new ArrayList<PastRun>(runs.size());
        @Nullable WorkloadClass last = null;
        WorkloadCalibration corrections = WorkloadCalibration.NONE;
        for (GroupRun run : runs) { // of one class, mostly
            if (!run.workload.equals(last)) {
                last = run.workload;
                corrections = calibration.of(last);
            }
            corrected.add(run.by(corrections));
        }
        return corrected;
    }

    private PastRun by(WorkloadCalibration corrections) {
        Placement placement = uncorrected.placement();
        double factor = corrections.hours(placement.machine()).factor();
        return new PastRun(
                placement, uncorrected.modelledHours() * factor, uncorrected.actualHours(), uncorrected.failed());
    }
}
