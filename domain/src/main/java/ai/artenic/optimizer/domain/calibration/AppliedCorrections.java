package ai.artenic.optimizer.domain.calibration;

/// The factors by which estimates were corrected when they were made, kept with them: what the job then really takes
/// is to be compared with the estimate before correction.
///
/// @param hours factor on the hours; 1 where none was applied
/// @param memory factor on the GPU memory; 1 where none was applied
public record AppliedCorrections(double hours, double memory) {
    public static final AppliedCorrections NONE = new AppliedCorrections(1, 1);
}
