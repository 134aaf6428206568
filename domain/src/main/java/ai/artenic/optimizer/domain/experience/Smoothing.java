package ai.artenic.optimizer.domain.experience;

import ai.artenic.optimizer.domain.experience.GaussianProcess.Belief;
import ai.artenic.optimizer.domain.experience.Likeness.Point;
import ai.artenic.optimizer.domain.quantity.Median;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The Gaussian processes of a group's hours and failures. Runs at one placement count as one value, their mean,
/// with so much less noise: that is the same belief, for the cost of the placements tried and not of the runs.
final class Smoothing {
    /// Of the logarithm of hours, before anything ran.
    static final double VARIANCE = 4.25;

    private static final double SHARED = 4;
    private static final double NOISE = 0.07 * 0.07;
    private static final double FAILURE_NOISE = 0.3;

    private final Likeness likeness;
    private final List<Point> places;
    private final List<Placement> tried;
    private final double[] logRatios;
    private final GaussianProcess hours;
    private final GaussianProcess failures;

    /// Whoever finds another makes one; two at once make the same.
    private @Nullable Explanations lastExplained;

    Smoothing(List<PastRun> runs, Likeness likeness) {
        this.likeness = likeness;
        List<List<PastRun>> byPlace = List.copyOf(runs.stream()
                .collect(Collectors.groupingBy(PastRun::placement, LinkedHashMap::new, Collectors.toList()))
                .values());
        this.places = byPlace.stream()
                .map(ran -> likeness.point(ran.getFirst().placement()))
                .toList();
        this.tried = byPlace.stream().map(ran -> ran.getFirst().placement()).toList();
        double usual = usual(runs);
        this.logRatios = means(byPlace, run -> logRatio(run, usual));
        this.hours = process(byPlace, Smoothing::ofHours, logRatios, NOISE);
        this.failures = process(byPlace, Likeness::narrow, means(byPlace, run -> run.failed() ? 1 : 0), FAILURE_NOISE);
    }

    /// The squared distance of a placement to each that was tried.
    double[] distances(Placement placement) {
        Point place = likeness.point(placement);
        var distances = new double[places.size()];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = Likeness.distance(places.get(i), place);
        }
        return distances;
    }

    /// What is believed of the logarithm of actual over modelled hours, by all explanations of the doubt, each as
    /// likely as the runs leave it.
    Belief hours(Placement placement, double[] distances, Doubt doubt) {
        double[] covariance = map(distances, Smoothing::ofHours);
        Belief plain = hours.at(covariance, VARIANCE);
        return explained(doubt).belief(covariance, doubt.logFactors(placement), plain.deviation());
    }

    private Explanations explained(Doubt doubt) {
        Explanations known = lastExplained;
        if (known == null || !known.doubt().equals(doubt)) {
            known = Explanations.of(doubt, hours, tried, logRatios);
            lastExplained = known;
        }
        return known;
    }

    /// The share of runs that is believed to fail.
    double risk(double[] distances) {
        return failures.mean(map(distances, Likeness::narrow));
    }

    private GaussianProcess process(
            List<List<PastRun>> byPlace, DoubleUnaryOperator kernel, double[] values, double noise) {
        return new GaussianProcess(
                covariance(kernel),
                values,
                byPlace.stream().mapToDouble(ran -> noise / ran.size()).toArray());
    }

    private static double[] means(List<List<PastRun>> byPlace, ToDoubleFunction<PastRun> value) {
        return byPlace.stream()
                .mapToDouble(ran -> ran.stream().mapToDouble(value).average().orElseThrow())
                .toArray();
    }

    private static double ofHours(double distance) {
        return SHARED + (VARIANCE - SHARED) * Likeness.rough(distance);
    }

    private double[][] covariance(DoubleUnaryOperator kernel) {
        int n = places.size();
        var covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                covariance[i][j] = kernel.applyAsDouble(Likeness.distance(places.get(i), places.get(j)));
            }
        }
        return covariance;
    }

    private static double[] map(double[] values, DoubleUnaryOperator function) {
        var mapped = new double[values.length];
        for (int i = 0; i < mapped.length; i++) {
            mapped[i] = function.applyAsDouble(values[i]);
        }
        return mapped;
    }

    /// A failed run took at least as long as the others of the group would have: where all failed, as modelled.
    private static double logRatio(PastRun run, double usual) {
        return run.failed() ? Math.max(run.logRatio(), usual) : run.logRatio();
    }

    /// The median of those that came to their end.
    private static double usual(List<PastRun> runs) {
        double[] ended = runs.stream()
                .filter(run -> !run.failed())
                .mapToDouble(PastRun::logRatio)
                .toArray();
        return ended.length == 0 ? 0 : Median.of(ended);
    }
}
