package ai.artenic.optimizer.domain.experience;

import ai.artenic.optimizer.domain.experience.GaussianProcess.Belief;
import java.util.Arrays;
import java.util.List;

/// What a query group's own runs teach of its next one, placement by placement. Immutable.
///
/// The logarithm of actual over modelled hours is taken for a Gaussian process: one unknown that all placements of
/// the group share (deviation 1), and one that fades with [Likeness] (deviation 0.4), seen with 7 % of noise. A
/// failure counts, for the order alone, as [#FAILURE] more than the job would have taken. The figures are those
/// with which the search for the best of some fifty cluster shapes was shortest, broadly, on two sets of measured
/// jobs.
public final class GroupExperience {
    /// Runs that are looked at; older ones are forgotten.
    public static final int MOST_RUNS = 100;

    /// Nothing has run yet.
    public static final GroupExperience NONE = new GroupExperience(List.of());

    private static final double SHARED = 1;
    private static final double LOCAL = 0.4;
    private static final double NOISE = 0.07;
    private static final double FAILURE = 1.5;
    private static final double VARIANCE = SHARED * SHARED + LOCAL * LOCAL;

    private final List<PastRun> runs;
    private final List<Likeness> places;
    private final GaussianProcess hours;
    private final GaussianProcess worth;
    private final boolean anyFailed;

    private GroupExperience(List<PastRun> runs) {
        this.runs = runs;
        this.places = runs.stream().map(run -> new Likeness(run.placement())).toList();
        this.anyFailed = runs.stream().anyMatch(PastRun::failed);
        double[][] covariance = covariance();
        this.hours = new GaussianProcess(covariance, hours(false), NOISE);
        this.worth = anyFailed ? new GaussianProcess(covariance, hours(true), NOISE) : hours;
    }

    /// The experience of these runs.
    ///
    /// @param runs newest last
    public static GroupExperience of(List<PastRun> runs) {
        return new GroupExperience(List.copyOf(runs.subList(Math.max(0, runs.size() - MOST_RUNS), runs.size())));
    }

    /// What the runs teach of a placement.
    ///
    /// @param hoursFactor on the modelled hours
    /// @param riskFactor further factor on the cost by which the placement is judged: above 1 where runs failed
    /// @param deviation of the logarithm of the judged cost
    /// @param runs it is taught by
    public record Lesson(double hoursFactor, double riskFactor, double deviation, int runs) {
        public static final Lesson NONE = new Lesson(1, 1, Math.sqrt(VARIANCE), 0);
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
        var place = new Likeness(placement);
        double[] covariance = places.stream()
                .mapToDouble(seen -> SHARED * SHARED + LOCAL * LOCAL * seen.to(place))
                .toArray();
        Belief took = hours.at(covariance, VARIANCE);
        Belief judged = anyFailed ? worth.at(covariance, VARIANCE) : took;
        return new Lesson(
                Math.exp(took.mean()), Math.exp(judged.mean() - took.mean()), judged.deviation(), runs.size());
    }

    private double[][] covariance() {
        int n = places.size();
        var covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                covariance[i][j] =
                        SHARED * SHARED + LOCAL * LOCAL * places.get(i).to(places.get(j));
            }
        }
        return covariance;
    }

    /// A failed run took at least as long as the others of the group would have.
    private double[] hours(boolean withPenalty) {
        double usual = median(runs.stream()
                .filter(run -> !run.failed())
                .mapToDouble(PastRun::logRatio)
                .toArray());
        return runs.stream()
                .mapToDouble(run ->
                        run.failed() ? Math.max(run.logRatio(), usual) + (withPenalty ? FAILURE : 0) : run.logRatio())
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
