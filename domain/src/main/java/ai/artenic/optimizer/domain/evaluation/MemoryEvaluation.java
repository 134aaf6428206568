package ai.artenic.optimizer.domain.evaluation;

import ai.artenic.optimizer.domain.estimate.GpuMemoryEstimate;
import ai.artenic.optimizer.domain.estimate.GpuMemoryEstimator;
import ai.artenic.optimizer.domain.estimate.MemoryFactors;
import ai.artenic.optimizer.domain.estimate.MemoryParts;
import ai.artenic.optimizer.domain.estimate.ModelProfile;
import ai.artenic.optimizer.domain.estimate.ModelProfiler;
import java.util.List;

/// Holds memory estimates against measured peaks.
public final class MemoryEvaluation {
    /// Where the meter is the framework's, the driver shows this much more.
    private static final double CONTEXT_GB = 0.6;
    /// The allocator's cache over the live activations: the measured runs with this meter train on samples of varying
    /// length, for which it keeps blocks of every size.
    private static final double RESERVED_CACHE = 1.5;

    private final PredictionErrors errors = new PredictionErrors();
    private final List<Double> gpuGb;
    private int outOfMemory;
    private int outOfMemoryAccepted;
    private int fitting;
    private int fittingRejected;

    /// @param gpuGb nominal sizes of the cards each point is tried against
    public MemoryEvaluation(List<Double> gpuGb) {
        this.gpuGb = List.copyOf(gpuGb);
    }

    /// Takes one measured peak into account.
    public void add(MemoryPoint point) {
        ModelProfile profile = ModelProfiler.profile(point.workload());
        GpuMemoryEstimate estimate = GpuMemoryEstimator.estimate(profile, point.gpus());
        double predicted = atMeter(GpuMemoryEstimator.usual(profile, point.gpus()), point.meter());
        errors.add(predicted, point.measuredGb(), estimate.low(), estimate.high());
        double onDevice = point.measuredGb() + (point.meter() == MemoryPoint.Meter.DEVICE ? 0 : CONTEXT_GB);
        for (double card : gpuGb) {
            tryOn(card, onDevice, estimate);
        }
    }

    /// What comes of fitting the factors of the memory model to the other sources of these points.
    public static LeaveOneSourceOut leaveOneSourceOut(List<MemoryPoint> points) {
        record Profiled(MemoryPoint point, ModelProfile profile) {}
        var model = new FittedModel<Profiled>(MemoryFactors.PUBLISHED.values(), (profiled, factors) -> {
            MemoryPoint point = profiled.point();
            MemoryParts parts = GpuMemoryEstimator.usual(profiled.profile(), point.gpus(), MemoryFactors.of(factors));
            return Math.log(atMeter(parts, point.meter()) / point.measuredGb());
        });
        return LeaveOneSourceOut.of(
                points.stream()
                        .map(point -> new Profiled(point, ModelProfiler.profile(point.workload())))
                        .toList(),
                profiled -> profiled.point().source(),
                model);
    }

    private static double atMeter(MemoryParts parts, MemoryPoint.Meter meter) {
        return switch (meter) {
            case ALLOCATED -> parts.allocated();
            case RESERVED -> parts.reserved(RESERVED_CACHE);
            case DEVICE -> parts.reserved(1) + parts.context();
        };
    }

    private void tryOn(double card, double onDevice, GpuMemoryEstimate estimate) {
        boolean accepted = GpuMemoryEstimate.SAFETY * estimate.expected() <= card * GpuMemoryEstimate.USABLE_SHARE;
        if (onDevice > card * GpuMemoryEstimate.USABLE_SHARE) {
            outOfMemory++;
            outOfMemoryAccepted += accepted ? 1 : 0;
        } else {
            fitting++;
            fittingRejected += accepted ? 0 : 1;
        }
    }

    /// The report on all points added so far.
    public MemoryReport report() {
        return new MemoryReport(
                errors.summary(), (double) outOfMemoryAccepted / outOfMemory, (double) fittingRejected / fitting);
    }
}
