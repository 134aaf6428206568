package ai.artenic.optimizer.domain.calibration;

import ai.artenic.optimizer.domain.calibration.Observation.Finished;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// How far the hours of one workload class are off, on each hardware class and beyond.
///
/// With `m` the median of `log(actual / modelled)` over `n` jobs on one hardware class, and `m'` that over the `n'`
/// jobs
/// of the same workload class on all *other* hardware, the prior is `p = n' / (n' + 3) m'` and the factor
/// `exp(p + n / (n + 3) (m - p))`. A class's own jobs are left out of its prior, so that they count once: with no jobs
/// elsewhere the factor is `exp(n / (n + 3) m)`. Shrinkage with a prior worth three outcomes.
final class DurationEvidence {
    private final WorkloadClass workload;
    private final List<Finished> finished;
    private final List<HardwareClass> hardware;

    DurationEvidence(WorkloadClass workload, List<Observation> observations) {
        this.workload = workload;
        this.finished = observations.stream()
                .filter(Finished.class::isInstance)
                .map(Finished.class::cast)
                .toList();
        this.hardware = finished.stream().map(Finished::hardware).distinct().toList();
    }

    Map<HardwareClass, Correction> corrections() {
        var corrections = new HashMap<HardwareClass, Correction>();
        for (HardwareClass one : hardware) {
            double[] own = ratios(one::equals);
            double[] others = ratios(Predicate.not(one::equals));
            double factor = Math.exp(LogRatios.shrunkMedian(own, LogRatios.shrunkMedian(others, 0)));
            corrections.put(one, new Correction(factor, own.length, others.length));
        }
        return corrections;
    }

    /// The correction on hardware that no job of the class has run on.
    Correction elsewhere() {
        double[] all = ratios(_ -> true);
        return new Correction(Math.exp(LogRatios.shrunkMedian(all, 0)), 0, all.length);
    }

    /// What is known of each hardware class, before shrinking.
    List<CalibratedClass> classes() {
        return hardware.stream()
                .map(one -> {
                    double[] own = ratios(one::equals);
                    return new CalibratedClass(one, workload, own.length, Math.exp(LogRatios.median(own)));
                })
                .toList();
    }

    private double[] ratios(Predicate<HardwareClass> wanted) {
        return finished.stream()
                .filter(job -> wanted.test(job.hardware()))
                .mapToDouble(job -> LogRatios.of(job.actualHours(), job.modelledHours()))
                .toArray();
    }
}
