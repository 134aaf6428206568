package ai.artenic.optimizer.domain.evaluation;

import ai.artenic.optimizer.domain.spot.SpotOverhead;
import ai.artenic.optimizer.domain.spot.UniformProgress;
import ai.artenic.optimizer.domain.spot.UniformProgress.Choice;
import ai.artenic.optimizer.domain.spot.UniformProgress.Standing;

/// Runs a job with a limit on a zone's measured spot nodes and on demand in turns, as its plan chooses.
final class DeadlineReplay {
    /// Hours: two minutes, the notice that a node is given.
    static final double STEP = 1.0 / 30;

    private final UniformProgress plan;
    private final SpotOverhead overhead;
    private final double interval;
    private final double spotPrice;

    private double elapsed;
    private double progress;
    private double saved;
    private double starting;
    private double cost;
    private Choice now = Choice.WAIT;

    /// @param interval hours of work between checkpoints
    /// @param spotPrice as a share of the on-demand price
    DeadlineReplay(UniformProgress plan, SpotOverhead overhead, double interval, double spotPrice) {
        this.plan = plan;
        this.overhead = overhead;
        this.interval = interval;
        this.spotPrice = spotPrice;
    }

    /// What came of it.
    ///
    /// @param cost as a share of running on demand only
    record Outcome(double cost, boolean inTime) {}

    /// Runs the job.
    ///
    /// @param there whether there is a spot node, step by step; long enough for the limit
    /// @param first the step to start in
    Outcome on(boolean[] there, int first) {
        for (int i = first; progress < plan.workHours() - 1e-9 && i < there.length; i++) {
            if (now == Choice.SPOT && !there[i]) {
                progress = saved;
                now = Choice.WAIT;
            }
            turnTo(plan.next(new Standing(elapsed, progress, saved, now), there[i], STEP));
            run();
            elapsed += STEP;
        }
        return new Outcome(cost / plan.workHours(), elapsed <= plan.deadlineHours() + 1e-9);
    }

    /// Who leaves a node of its own accord takes along what was done there.
    private void turnTo(Choice next) {
        if (next != now && next != Choice.WAIT) {
            saved = progress;
            starting = overhead.restartHours();
        }
        now = next;
    }

    private void run() {
        if (now == Choice.WAIT) {
            return;
        }
        cost += STEP * (now == Choice.SPOT ? spotPrice : 1);
        if (starting > 1e-9) {
            starting -= STEP;
            return;
        }
        progress += STEP * (now == Choice.SPOT ? interval / (interval + overhead.checkpointHours()) : 1);
        if (now == Choice.ON_DEMAND || progress - saved >= interval) {
            saved = progress;
        }
    }
}
