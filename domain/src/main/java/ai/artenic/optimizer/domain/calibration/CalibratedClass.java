package ai.artenic.optimizer.domain.calibration;

/// What finished jobs of one hardware class and workload class tell, before shrinking.
///
/// @param n jobs it rests on, at most the newest that are read per class
/// @param medianRatio median of actual over modelled hours; above 1 the model is too fast
public record CalibratedClass(HardwareClass hardware, WorkloadClass workload, int n, double medianRatio) {}
