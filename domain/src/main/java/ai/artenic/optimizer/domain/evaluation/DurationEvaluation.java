package ai.artenic.optimizer.domain.evaluation;

import ai.artenic.optimizer.domain.calibration.WorkloadCalibration;
import ai.artenic.optimizer.domain.estimate.DurationEstimate;
import ai.artenic.optimizer.domain.estimate.DurationEstimator;
import ai.artenic.optimizer.domain.estimate.ModelProfile;
import ai.artenic.optimizer.domain.estimate.ModelProfiler;
import ai.artenic.optimizer.domain.estimate.SpeedFactors;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Holds duration estimates against measured runs. Points of a group are compared after one common factor, the
/// geometric mean of measured over predicted: what is judged is how well the machines are told apart.
public final class DurationEvaluation {
    private final GpuCatalog gpus;
    private final List<Predicted> points = new ArrayList<>();

    /// @param gpus the hardware table
    public DurationEvaluation(GpuCatalog gpus) {
        this.gpus = gpus;
    }

    private record Predicted(Optional<String> group, DurationEstimate hours, double measured) {
        double logRatio() {
            return Math.log(measured / hours.expected());
        }
    }

    /// Takes one measured run into account.
    public void add(RunPoint point) {
        DurationEstimate hours = new DurationEstimator(ModelProfiler.profile(point.workload()), gpus)
                .estimate(point.machine(), point.nodes());
        points.add(new Predicted(point.relativeTo(), hours, point.measuredHours()));
    }

    /// What comes of fitting the factors of the speed model to what others than the origin of a run published. For runs
    /// whose hours are absolute.
    public static LeaveOneSourceOut leaveOneSourceOut(List<RunPoint> points, GpuCatalog gpus) {
        record Profiled(RunPoint point, ModelProfile profile) {}
        var model = new FittedModel<Profiled>(SpeedFactors.PUBLISHED.values(), (profiled, factors) -> {
            RunPoint point = profiled.point();
            DurationEstimate hours = new DurationEstimator(
                            profiled.profile(), gpus, WorkloadCalibration.NONE, SpeedFactors.of(factors))
                    .estimate(point.machine(), point.nodes());
            return Math.log(hours.expected() / point.measuredHours());
        });
        return LeaveOneSourceOut.of(
                points.stream()
                        .map(point -> new Profiled(point, ModelProfiler.profile(point.workload())))
                        .toList(),
                profiled -> profiled.point().origin(),
                model);
    }

    /// The summary of all points added so far.
    public ErrorSummary summary() {
        Map<String, Double> factors = factors();
        var errors = new PredictionErrors();
        for (Predicted point : points) {
            double factor = point.group().map(factors::get).orElse(1.0);
            errors.add(
                    point.hours().expected() * factor,
                    point.measured(),
                    point.hours().low() * factor,
                    point.hours().high() * factor);
        }
        return errors.summary();
    }

    private Map<String, Double> factors() {
        var logs = new LinkedHashMap<String, List<Double>>();
        for (Predicted point : points) {
            point.group()
                    .ifPresent(group -> logs.computeIfAbsent(group, name -> new ArrayList<>())
                            .add(point.logRatio()));
        }
        var factors = new LinkedHashMap<String, Double>();
        logs.forEach((group, ratios) -> factors.put(
                group,
                Math.exp(ratios.stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(0))));
        return factors;
    }
}
