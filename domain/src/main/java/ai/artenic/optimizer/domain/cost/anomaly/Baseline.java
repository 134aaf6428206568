package ai.artenic.optimizer.domain.cost.anomaly;

import ai.artenic.optimizer.domain.quantity.Median;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/// What the undisturbed jobs of one query group were like so far, the anomalies left out; the newest count.
///
/// Jobs are told apart from the median, in logarithms, by a modified z-score (Iglewicz and Hoaglin 1993): robust, so
/// that
/// a few that are like none other do not hide each other.
final class Baseline {
    /// Fewer tell no spread.
    static final int LEAST = 5;

    /// Above this many times the expected cost a job is an anomaly where there is no spread to hold it against.
    private static final double TIMES_EXPECTED_MOST = 2;

    /// Makes the median absolute deviation of a normal distribution its standard deviation.
    private static final double NORMAL = 0.6745;

    private static final double SCORE_MOST = 3.5;

    private static final double USUAL_SCORE_MOST = 2;

    /// Jobs that are all alike must not make the next one an anomaly: no spread is taken for less than this. It also
    /// means that no job below 1.68 times the median is one.
    private static final double SPREAD_LEAST = 0.10;

    private static final int NEWEST = 50;

    /// Jobs of the same instance that it takes to say what one should cost.
    private static final int SAME_INSTANCE_LEAST = 2;

    private final Deque<Point> points = new ArrayDeque<>();
    private final Map<Instance, Deque<SpentJob>> byInstance = new HashMap<>();

    private record Point(Deviation deviation, int nodes) {}

    private record Instance(String provider, String type, boolean isSpot) {
        static Instance of(SpentJob job) {
            return new Instance(
                    job.run().provider().key(),
                    job.run().instanceType(),
                    job.run().isSpot());
        }
    }

    /// How a job compares.
    ///
    /// @param excess over what is usual, in logarithms
    record Verdict(Deviation excess, double normalEur, int alike, OptionalDouble score, boolean isAnomaly) {
        /// Whether such jobs may say what is usual: those that are nearly anomalies may not.
        boolean isUsual() {
            return !isAnomaly && score.orElse(0) <= USUAL_SCORE_MOST;
        }
    }

    /// What was predicted, else the median of the undisturbed jobs of the group on the same instance.
    Optional<Expected> expected(SpentJob job) {
        if (job.prediction().isPresent()) {
            return Expected.ifPositive(
                    job.prediction().get().costEur(), job.prediction().get().hours());
        }
        Deque<SpentJob> same = byInstance.getOrDefault(Instance.of(job), new ArrayDeque<>());
        return same.size() < SAME_INSTANCE_LEAST
                ? Optional.empty()
                : Expected.ifPositive(
                        Median.of(same.stream().mapToDouble(SpentJob::cost).toArray()),
                        Median.of(same.stream()
                                .mapToDouble(one -> one.run().hours())
                                .toArray()));
    }

    /// @param job that cost something
    Verdict judge(SpentJob job, Expected expected) {
        Deviation deviation = deviation(job, expected);
        int alike = points.size();
        if (alike < LEAST) {
            boolean isAnomaly = job.cost() > TIMES_EXPECTED_MOST * expected.eur();
            return new Verdict(deviation, expected.eur(), alike, OptionalDouble.empty(), isAnomaly);
        }
        var usual = new Deviation(
                median(Deviation::cost), median(Deviation::hours), median(Deviation::nodes), median(Deviation::price));
        Deviation excess = deviation.minus(usual);
        double spread = Median.of(points.stream()
                .mapToDouble(point -> Math.abs(point.deviation().cost() - usual.cost()))
                .toArray());
        double score = NORMAL * excess.cost() / Math.max(spread, SPREAD_LEAST);
        return new Verdict(
                excess, expected.eur() * Math.exp(usual.cost()), alike, OptionalDouble.of(score), score > SCORE_MOST);
    }

    /// Counts a job that is no anomaly.
    void add(SpentJob job, Optional<Expected> expected) {
        expected.ifPresent(known -> keep(points, new Point(deviation(job, known), job.nodes())));
        keep(byInstance.computeIfAbsent(Instance.of(job), _ -> new ArrayDeque<>()), job);
    }

    private Deviation deviation(SpentJob job, Expected expected) {
        double usualNodes = points.isEmpty()
                ? job.nodes()
                : Median.of(points.stream().mapToDouble(Point::nodes).toArray());
        return Deviation.of(job, expected, usualNodes);
    }

    private double median(ToDoubleFunction<Deviation> part) {
        return Median.of(points.stream()
                .mapToDouble(point -> part.applyAsDouble(point.deviation()))
                .toArray());
    }

    private static <T> void keep(Deque<T> newest, T one) {
        newest.addLast(one);
        if (newest.size() > NEWEST) {
            newest.removeFirst();
        }
    }
}
