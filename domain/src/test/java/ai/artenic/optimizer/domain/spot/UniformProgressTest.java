package ai.artenic.optimizer.domain.spot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.spot.UniformProgress.Choice;
import ai.artenic.optimizer.domain.spot.UniformProgress.Standing;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UniformProgressTest {
    private static final double MOMENT = 1.0 / 30;
    private static final UniformProgress PLAN = new UniformProgress(10, 15, 0.1);

    private static Choice next(double elapsed, double progress, Choice now, boolean isSpotThere) {
        return PLAN.next(new Standing(elapsed, progress, progress, now), isSpotThere, MOMENT);
    }

    @Test
    void spot_nodes_are_used_while_there_are_any() {
        assertEquals(Choice.SPOT, next(0, 0, Choice.WAIT, true));
        assertEquals(Choice.SPOT, next(3, 1, Choice.SPOT, true));
    }

    @Test
    void without_spot_nodes_a_job_waits_only_while_it_is_ahead_of_steady_progress() {
        assertEquals(Choice.WAIT, next(3, 2.1, Choice.WAIT, false));
        assertEquals(Choice.ON_DEMAND, next(3, 1.9, Choice.WAIT, false));
    }

    @Test
    void on_demand_is_left_only_once_the_way_there_and_back_is_gained() {
        assertEquals(Choice.ON_DEMAND, next(3, 2.1, Choice.ON_DEMAND, true));
        assertEquals(Choice.SPOT, next(3, 2.2, Choice.ON_DEMAND, true));
        assertEquals(Choice.ON_DEMAND, next(3, 2.2, Choice.ON_DEMAND, false));
    }

    @Test
    void when_no_more_time_can_be_lost_a_job_runs_on_demand_though_there_are_spot_nodes() {
        assertEquals(Choice.ON_DEMAND, next(14, 9.1, Choice.SPOT, true));
        assertEquals(Choice.SPOT, next(14, 9.3, Choice.SPOT, true));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whatever_nodes_come_and_go_the_limit_is_kept(long seed) {
        var random = new SplittableRandom(seed);
        double work = 1 + 20 * random.nextDouble();
        double restart = 0.2 * random.nextDouble();
        var plan = new UniformProgress(work, (work + restart) * (1.02 + random.nextDouble()) + 3 * MOMENT, restart);
        double interval = 0.1 + random.nextDouble();
        double change = random.nextDouble() * 0.3;
        boolean there = false;
        double elapsed = 0;
        double progress = 0;
        double saved = 0;
        double starting = 0;
        Choice now = Choice.WAIT;
        while (progress < work - 1e-9) {
            there = (random.nextDouble() < change) != there;
            if (now == Choice.SPOT && !there) {
                progress = saved;
                now = Choice.WAIT;
            }
            Choice next = plan.next(new Standing(elapsed, progress, saved, now), there, MOMENT);
            if (next != now && next != Choice.WAIT) {
                saved = progress;
                starting = restart;
            }
            now = next;
            if (now != Choice.WAIT && starting > 1e-9) {
                starting -= MOMENT;
            } else if (now != Choice.WAIT) {
                progress += MOMENT;
                saved = now == Choice.ON_DEMAND || progress - saved >= interval ? progress : saved;
            }
            elapsed += MOMENT;
        }
        assertTrue(elapsed <= plan.deadlineHours() + 1e-9, elapsed + " h of " + plan.deadlineHours());
    }
}
