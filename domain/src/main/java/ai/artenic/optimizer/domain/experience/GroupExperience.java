package ai.artenic.optimizer.domain.experience;

import ai.artenic.optimizer.domain.experience.GaussianProcess.Belief;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a query group's own runs teach of its next one, placement by placement. Immutable; what it takes to teach
/// is worked out when it is first asked for.
///
/// The logarithm of actual over modelled hours is taken for a Gaussian process: one unknown that all placements of
/// the group share (deviation 2), and one that fades with distance (deviation 0.5), seen with 7 % of noise.
/// Failures are smoothed likewise, over a shorter distance, and raise the cost a placement is judged by, up to 4.5
/// times. The figures are those with which the search for the best of some fifty cluster shapes was shortest,
/// broadly, on three sets of measured jobs and from several beginnings.
public final class GroupExperience {
    /// Runs that are looked at; older ones are forgotten.
    public static final int MOST_RUNS = 100;

    private static final double FAILURE = 1.5;

    /// Nothing has run yet.
    public static final GroupExperience NONE = new GroupExperience(List.of(), null);

    private final List<PastRun> runs;

    /// By the placements there are to choose from; none where only those of the runs are known.
    private final @Nullable Likeness likeness;

    /// Whoever finds none makes one; two at once make the same.
    private @Nullable Smoothing smoothing;

    private @Nullable GroupExperience lastAmong;

    private GroupExperience(List<PastRun> runs, @Nullable Likeness likeness) {
        this.runs = runs;
        this.likeness = likeness;
    }

    /// The experience of these runs.
    ///
    /// @param runs newest last
    public static GroupExperience of(List<PastRun> runs) {
        return new GroupExperience(List.copyOf(runs.subList(Math.max(0, runs.size() - MOST_RUNS), runs.size())), null);
    }

    /// The same experience, for a choice among these placements: what is far apart among them is unlike.
    public GroupExperience among(List<Placement> choices) {
        if (runs.isEmpty()) {
            return this;
        }
        var wanted = new Likeness(choices);
        GroupExperience known = lastAmong;
        if (known == null || !wanted.isSameAs(known.likeness)) {
            known = new GroupExperience(runs, wanted);
            lastAmong = known;
        }
        return known;
    }

    /// What the runs teach of a placement.
    ///
    /// @param hoursFactor on the modelled hours
    /// @param riskFactor further factor on the cost by which the placement is judged, >= 1; above 1 near failures
    /// @param deviation of the logarithm of the judged cost
    /// @param runs it is taught by
    public record Lesson(double hoursFactor, double riskFactor, double deviation, int runs) {
        public static final Lesson NONE = new Lesson(1, 1, Math.sqrt(Smoothing.VARIANCE), 0);
    }

    public boolean isEmpty() {
        return runs.isEmpty();
    }

    /// The runs themselves, oldest first.
    public List<PastRun> runs() {
        return runs;
    }

    /// How many times faster than modelled the fastest run was, in [1, 20]: a placement may be found to be so much
    /// faster.
    public double greatestSpeedUp() {
        return runs.stream()
                .filter(run -> !run.failed())
                .mapToDouble(run -> Math.exp(-run.logRatio()))
                .reduce(1, Math::max);
    }

    /// What the runs teach of this placement where nothing is doubtful but the model's accuracy.
    public Lesson of(Placement placement) {
        return of(placement, Doubt.NONE);
    }

    /// What the runs teach of this placement.
    ///
    /// @param doubt what else may be wrong with the modelled hours
    public Lesson of(Placement placement, Doubt doubt) {
        if (runs.isEmpty()) {
            return Lesson.NONE;
        }
        Smoothing known = smoothing;
        if (known == null) {
            known = new Smoothing(runs, likeness == null ? Likeness.of(runs) : likeness);
            smoothing = known;
        }
        double[] distances = known.distances(placement);
        Belief hours = known.hours(placement, distances, doubt);
        double risk = Math.clamp(known.risk(distances), 0, 1);
        return new Lesson(Math.exp(hours.mean()), Math.exp(FAILURE * risk), hours.deviation(), runs.size());
    }
}
