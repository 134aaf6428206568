package ai.artenic.optimizer.domain.calibration;

import java.util.OptionalDouble;

/// What a run that fitted tells of GPU memory, in GB per GPU.
///
/// @param modelledGb expected need by the model, before any correction
/// @param usableGb what a job could use of the card
/// @param peakGb the most that was in use, where it was measured
public record MemoryUse(double modelledGb, double usableGb, OptionalDouble peakGb) {
    public MemoryUse {
        LogRatios.requirePositive("modelledGb", modelledGb);
        LogRatios.requirePositive("usableGb", usableGb);
        peakGb.ifPresent(peak -> LogRatios.requirePositive("peakGb", peak));
    }

    /// Log of the highest true need over the modelled one that this run leaves possible.
    double logCeiling() {
        return LogRatios.of(peakGb.orElse(usableGb), modelledGb);
    }
}
