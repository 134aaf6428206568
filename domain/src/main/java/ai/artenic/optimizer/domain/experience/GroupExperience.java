package ai.artenic.optimizer.domain.experience;

import ai.artenic.optimizer.domain.experience.GaussianProcess.Belief;
import ai.artenic.optimizer.domain.experience.Likeness.Point;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// What a query group's own runs teach of its next one, placement by placement. Immutable.
///
/// The logarithm of actual over modelled hours is taken for a Gaussian process: one unknown that all placements of
/// the group share (deviation 2), and one that fades with distance (deviation 0.5), seen with 7 % of noise.
/// Failures are smoothed likewise, over a shorter distance, and raise the cost a placement is judged by, up to 4.5
/// times. The figures are those with which the search for the best of some fifty cluster shapes was shortest,
/// broadly, on three sets of measured jobs and from several beginnings.
public final class GroupExperience {
    /// Runs that are looked at; older ones are forgotten.
    public static final int MOST_RUNS = 100;

    private static final double SHARED = 4;
    private static final double LOCAL = 0.25;
    private static final double NOISE = 0.07;
    private static final double FAILURE = 1.5;
    private static final double FAILURE_NOISE = Math.sqrt(0.3);

    /// Nothing has run yet.
    public static final GroupExperience NONE = new GroupExperience(List.of(), new Likeness(List.of()));

    private final List<PastRun> runs;
    private final Likeness likeness;
    private final List<Point> places;
    private final GaussianProcess hours;
    private final GaussianProcess failures;

    private GroupExperience(List<PastRun> runs, Likeness likeness) {
        this.runs = runs;
        this.likeness = likeness;
        this.places = runs.stream().map(run -> likeness.point(run.placement())).toList();
        this.hours = new GaussianProcess(covariance(GroupExperience::ofHours), logRatios(), NOISE);
        this.failures = new GaussianProcess(
                covariance(Likeness::narrow),
                runs.stream().mapToDouble(run -> run.failed() ? 1 : 0).toArray(),
                FAILURE_NOISE);
    }

    /// The experience of these runs.
    ///
    /// @param runs newest last
    public static GroupExperience of(List<PastRun> runs) {
        List<PastRun> newest = List.copyOf(runs.subList(Math.max(0, runs.size() - MOST_RUNS), runs.size()));
        return new GroupExperience(
                newest, new Likeness(newest.stream().map(PastRun::placement).toList()));
    }

    /// The same experience, for a choice among these placements: what is far apart among them is unlike.
    public GroupExperience among(List<Placement> choices) {
        return runs.isEmpty() ? this : new GroupExperience(runs, new Likeness(choices));
    }

    /// What the runs teach of a placement.
    ///
    /// @param hoursFactor on the modelled hours
    /// @param riskFactor further factor on the cost by which the placement is judged, >= 1; above 1 near failures
    /// @param deviation of the logarithm of the judged cost
    /// @param runs it is taught by
    public record Lesson(double hoursFactor, double riskFactor, double deviation, int runs) {
        public static final Lesson NONE = new Lesson(1, 1, Math.sqrt(SHARED + LOCAL), 0);
    }

    public boolean isEmpty() {
        return runs.isEmpty();
    }

    /// The runs themselves, oldest first.
    public List<PastRun> runs() {
        return runs;
    }

    /// What the runs teach of this placement.
    public Lesson of(Placement placement) {
        if (runs.isEmpty()) {
            return Lesson.NONE;
        }
        Point place = likeness.point(placement);
        double[] distances = places.stream()
                .mapToDouble(seen -> likeness.distance(seen, place))
                .toArray();
        Belief took =
                hours.at(Arrays.stream(distances).map(GroupExperience::ofHours).toArray(), SHARED + LOCAL);
        Belief risk = failures.at(Arrays.stream(distances).map(Likeness::narrow).toArray(), 1);
        return new Lesson(
                Math.exp(took.mean()),
                Math.exp(FAILURE * Math.clamp(risk.mean(), 0, 1)),
                took.deviation(),
                runs.size());
    }

    private static double ofHours(double distance) {
        return SHARED + LOCAL * Likeness.rough(distance);
    }

    private double[][] covariance(DoubleUnaryOperator kernel) {
        int n = places.size();
        var covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                covariance[i][j] = kernel.applyAsDouble(likeness.distance(places.get(i), places.get(j)));
            }
        }
        return covariance;
    }

    /// A failed run took at least as long as the others of the group would have.
    private double[] logRatios() {
        double usual = median(runs.stream()
                .filter(run -> !run.failed())
                .mapToDouble(PastRun::logRatio)
                .toArray());
        return runs.stream()
                .mapToDouble(run -> run.failed() ? Math.max(run.logRatio(), usual) : run.logRatio())
                .toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
