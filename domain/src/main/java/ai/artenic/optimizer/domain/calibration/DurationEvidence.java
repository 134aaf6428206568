package ai.artenic.optimizer.domain.calibration;

import ai.artenic.optimizer.domain.calibration.Observation.Finished;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// How far the hours of one workload class are off, on each hardware class and beyond.
///
/// With `m` the median of `log(actual / modelled)` over `n` jobs on one hardware class, and `m'` that over the `n'`
/// jobs
/// of the same workload class on all *other* hardware, the prior is `p = n' / (n' + 3) m'` and the factor
/// `exp(p + n / (n + 3) (m - p))`. A class's own jobs are left out of its prior, so that they count once: with no jobs
/// elsewhere the factor is `exp(n / (n + 3) m)`. Shrinkage with a prior worth three outcomes.
final class DurationEvidence {
    private final WorkloadClass workload;
    private final Map<HardwareClass, double[]> logs = new HashMap<>();

    DurationEvidence(WorkloadClass workload, List<Observation> observations) {
        this.workload = workload;
        observations.stream()
                .filter(Finished.class::isInstance)
                .map(Finished.class::cast)
                .collect(Collectors.groupingBy(Finished::hardware))
                .forEach((hardware, jobs) -> logs.put(hardware, logs(jobs)));
    }

    private static double[] logs(List<Finished> jobs) {
        return jobs.stream()
                .mapToDouble(job -> LogRatios.of(job.actualHours(), job.modelledHours()))
                .toArray();
    }

    Map<HardwareClass, Correction> corrections() {
        var corrections = new HashMap<HardwareClass, Correction>();
        logs.forEach((hardware, own) -> {
            double[] others = on(Predicate.not(hardware::equals));
            double factor = Math.exp(LogRatios.shrunkMedian(own, LogRatios.shrunkMedian(others, 0)));
            corrections.put(hardware, new Correction(factor, own.length, others.length));
        });
        return corrections;
    }

    /// The correction on hardware that no job of the class has run on.
    Correction elsewhere() {
        double[] all = on(_ -> true);
        return new Correction(Math.exp(LogRatios.shrunkMedian(all, 0)), 0, all.length);
    }

    /// What is known of each hardware class, before shrinking.
    List<CalibratedClass> classes() {
        return logs.entrySet().stream()
                .map(known -> new CalibratedClass(
                        known.getKey(),
                        workload,
                        known.getValue().length,
                        Math.exp(LogRatios.median(known.getValue()))))
                .toList();
    }

    private double[] on(Predicate<HardwareClass> wanted) {
        return logs.entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .flatMapToDouble(entry -> Arrays.stream(entry.getValue()))
                .toArray();
    }
}
