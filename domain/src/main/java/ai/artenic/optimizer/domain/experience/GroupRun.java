package ai.artenic.optimizer.domain.experience;

import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.calibration.WorkloadClass;
import ai.artenic.optimizer.domain.workload.QueryId;

/// A run of a query group as it is kept: against the model alone. The calibration moves with every outcome, so a run
/// that was kept against a calibrated estimate would later be held against another.
///
/// @param workload class by which the calibration corrects the run's modelled hours
/// @param uncorrected the run, its modelled hours before any correction
public record GroupRun(QueryId group, WorkloadClass workload, PastRun uncorrected) {

    /// The run against what would be expected of it by this calibration: what is left for experience to teach.
    PastRun by(Calibration calibration) {
        Placement placement = uncorrected.placement();
        double factor = calibration.of(workload).hours(placement.machine()).factor();
        return new PastRun(
                placement, uncorrected.modelledHours() * factor, uncorrected.actualHours(), uncorrected.failed());
    }
}
