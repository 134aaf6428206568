package ai.artenic.optimizer.domain.calibration;

/// The factors by which estimates were corrected when they were made, kept with them: what the job then really takes
/// is to be compared with the estimate before correction.
///
/// @param hours factor on the hours; 1 where none was applied
/// @param memory factor on the GPU memory; 1 where none was applied
public record AppliedCorrections(double hours, double memory) {
    public static final AppliedCorrections NONE = new AppliedCorrections(1, 1);

    /// Hours before correction, of those after it.
    public double hoursBefore(double corrected) {
        return corrected / hours;
    }

    /// GPU memory before correction, of that after it.
    public double memoryBefore(double corrected) {
        return corrected / memory;
    }
}
