package ai.artenic.optimizer.domain.evaluation;

import ai.artenic.optimizer.domain.spot.GammaPosterior;
import ai.artenic.optimizer.domain.spot.Hazard;
import ai.artenic.optimizer.domain.spot.Lifetimes;
import ai.artenic.optimizer.domain.spot.SpotEvidence;
import ai.artenic.optimizer.domain.spot.SpotOverhead;
import ai.artenic.optimizer.domain.spot.SpotPools;
import ai.artenic.optimizer.domain.spot.UniformProgress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Holds the spot model against measured zones: what was seen in the first half of each predicts what jobs would have
/// cost in the second. A job starts every half hour in which there is a node. Besides, jobs with a limit are run by
/// their plan, all over the measurements.
public final class SpotEvaluation {
    private static final double[] HOURS = {1, 2, 4, 8};
    private static final double EVERY = 0.5;
    /// A mean over fewer would leave out the costliest jobs, those that never ended.
    private static final double LEAST_DONE = 0.9;

    private static final double[] LIMITED_HOURS = {4, 12, 24};
    private static final double SLACK = 1.5;
    private static final double LIMITED_EVERY = 6;
    private static final double SPOT_PRICE = 0.3;
    /// Middles of the bands in which a provider states what share is interrupted.
    private static final double[] BANDS = {0.025, 0.075, 0.125, 0.175, 0.25};

    private static final SpotOverhead RESUMING = overhead(true);
    private static final SpotOverhead STARTING_OVER = overhead(false);

    private final Map<String, List<SpotSpan>> traces = new LinkedHashMap<>();

    /// Before the first time.
    public SpotEvaluation() {}

    /// Adds a time of a zone.
    public void add(SpotSpan span) {
        traces.computeIfAbsent(span.trace(), _ -> new ArrayList<>()).add(span);
    }

    /// The figures by name.
    public Map<String, Object> figures() {
        var figures = new SpotFigures();
        for (List<SpotSpan> spans : traces.values()) {
            var trace = new SpotTrace(spans);
            for (double hours : HOURS) {
                interrupted(trace, hours, figures);
            }
            figures.zone(limited(trace));
        }
        return figures.byName(traces.size());
    }

    private static SpotOverhead overhead(boolean checkpointing) {
        return new SpotOverhead(
                checkpointing,
                SpotOverhead.USUAL_CHECKPOINT_MINUTES / 60,
                SpotOverhead.USUAL_RESTART_MINUTES / 60,
                Lifetimes.MEASURED);
    }

    private static Hazard learned(SpotTrace trace, double until) {
        GammaPosterior belief =
                new SpotPools(SpotEvidence.NONE, SpotEvidence.NONE, trace.seenUntil(until)).hazard(trace.prior());
        return new Hazard(belief.mean());
    }

    private static void interrupted(SpotTrace trace, double hours, SpotFigures figures) {
        double half = trace.end() / 2;
        Hazard hazard = learned(trace, half);
        figures.error(true, relativeError(trace, new SpotReplay(hours, RESUMING, interval(hours, hazard)), hazard));
        var whole = new SpotReplay(hours, STARTING_OVER, hours);
        figures.error(false, relativeError(trace, whole, hazard));
        double predicted = Lifetimes.MEASURED.interrupted(hazard, hours);
        for (double start = half; start < trace.end() - hours; start += EVERY) {
            if (trace.isUp(start)) {
                boolean wasInterrupted = whole.on(trace.upsFrom(start)).interruptions() > 0;
                figures.probability(predicted, BANDS, wasInterrupted);
            }
        }
    }

    private static double interval(double hours, Hazard hazard) {
        return Math.min(hours, RESUMING.checkpointIntervalHours(hazard));
    }

    /// Of predicted to replayed hours that are paid for; NaN where too many jobs did not end.
    private static double relativeError(SpotTrace trace, SpotReplay replay, Hazard hazard) {
        int jobs = 0;
        int done = 0;
        double billed = 0;
        for (double start = trace.end() / 2; start < trace.end() - replay.hours(); start += EVERY) {
            if (trace.isUp(start)) {
                SpotReplay.Outcome outcome = replay.on(trace.upsFrom(start));
                jobs++;
                done += outcome.isDone() ? 1 : 0;
                billed += outcome.isDone() ? outcome.billed() : 0;
            }
        }
        if (done == 0 || done < LEAST_DONE * jobs) {
            return Double.NaN;
        }
        double predicted = replay.overhead().factor(replay.hours(), hazard) * replay.hours();
        return Math.abs(predicted / (billed / done) - 1);
    }

    private static List<DeadlineReplay.Outcome> limited(SpotTrace trace) {
        boolean[] there = trace.steps(DeadlineReplay.STEP);
        double interval = RESUMING.checkpointIntervalHours(learned(trace, trace.end()));
        var outcomes = new ArrayList<DeadlineReplay.Outcome>();
        for (double hours : LIMITED_HOURS) {
            var plan = new UniformProgress(hours, SLACK * hours, RESUMING.restartHours());
            for (double start = 0; start < trace.end() - SLACK * hours - 1; start += Math.max(LIMITED_EVERY, hours)) {
                outcomes.add(new DeadlineReplay(plan, RESUMING, interval, SPOT_PRICE)
                        .on(there, (int) (start / DeadlineReplay.STEP)));
            }
        }
        return outcomes;
    }
}
