package ai.artenic.optimizer.domain.calibration;

import java.util.Optional;

/// What one job taught about the estimates made for it.
///
/// Estimates are taken *before* correction. Against corrected ones the ratios would tend to 1 as soon as the correction
/// is right, and take it away again.
public sealed interface Observation {
    /// The job; it counts once.
    String jobId();

    HardwareClass hardware();

    WorkloadClass workload();

    /// The job ran to its end.
    ///
    /// @param modelledHours hours by the model, before any correction
    /// @param actualHours hours it took
    /// @param memory what it tells of GPU memory, if anything
    record Finished(
            String jobId,
            HardwareClass hardware,
            WorkloadClass workload,
            double modelledHours,
            double actualHours,
            Optional<MemoryUse> memory)
            implements Observation {
        public Finished {
            LogRatios.requirePositive("modelledHours", modelledHours);
            LogRatios.requirePositive("actualHours", actualHours);
        }
    }

    /// The job ran out of GPU memory: it needed more than the card could give.
    ///
    /// @param modelledGb expected need per GPU by the model, before any correction
    /// @param usableGb what a job could use of the card
    record OutOfMemory(String jobId, HardwareClass hardware, WorkloadClass workload, double modelledGb, double usableGb)
            implements Observation {
        public OutOfMemory {
            LogRatios.requirePositive("modelledGb", modelledGb);
            LogRatios.requirePositive("usableGb", usableGb);
        }

        /// Log of the true need over the modelled one is at least this.
        double logFloor() {
            return LogRatios.of(usableGb, modelledGb);
        }
    }
}
