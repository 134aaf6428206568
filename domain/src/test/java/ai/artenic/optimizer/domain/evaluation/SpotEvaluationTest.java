package ai.artenic.optimizer.domain.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.spot.Lifetimes;
import ai.artenic.optimizer.domain.spot.SpotOverhead;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpotEvaluationTest {
    private static final SpotOverhead RESUMING = new SpotOverhead(true, 0.05, 0.1, Lifetimes.MEASURED);
    private static final SpotOverhead STARTING_OVER = new SpotOverhead(false, 0.05, 0.1, Lifetimes.MEASURED);

    private static SpotSpan up(double start, double length) {
        return new SpotSpan("zone", true, start, length, true);
    }

    private static MeasuredRow row(String... columns) {
        var row = new HashMap<String, String>();
        for (int i = 0; i < columns.length; i += 2) {
            row.put(columns[i], columns[i + 1]);
        }
        return new MeasuredRow("spot.csv", row);
    }

    private static double figure(Map<String, Object> figures, String name) {
        return (double) Objects.requireNonNull(figures.get(name));
    }

    @Test
    void a_job_without_checkpoints_pays_for_what_it_lost_and_for_the_restart() {
        var replay = new SpotReplay(2, STARTING_OVER, 2);
        assertEquals(new SpotReplay.Outcome(1 + 0.1 + 2, 1, true), replay.on(List.of(up(0, 1), up(5, 4))));
        assertEquals(new SpotReplay.Outcome(1 + 2.05, 2, false), replay.on(List.of(up(0, 1), up(5, 2.05))));
    }

    @Test
    void a_job_with_checkpoints_keeps_what_it_saved_and_pays_for_the_saving() {
        // Intervals of 0.5 h and 0.05 h to write: in 1.2 h two are saved; the other 1 h takes one more write.
        var replay = new SpotReplay(2, RESUMING, 0.5);
        SpotReplay.Outcome outcome = replay.on(List.of(up(0, 1.2), up(5, 4)));
        assertEquals(1.2 + 0.1 + 1 + 0.05, outcome.billed(), 1e-12);
        assertEquals(1, outcome.interruptions());
    }

    @Test
    void what_was_seen_until_a_moment_is_hours_with_a_node_and_nodes_that_went_away() {
        var trace = new SpotTrace(List.of(up(0, 2), new SpotSpan("zone", true, 2, 1, false), up(3, 4)));
        assertEquals(1, trace.seenUntil(4).preemptions());
        assertEquals(3, trace.seenUntil(4).exposureHours());
        assertEquals(1, trace.seenUntil(7).preemptions(), "the end of the measurements is none");
    }

    @Test
    void a_zone_whose_nodes_live_as_the_model_says_is_predicted_and_one_that_is_always_there_costs_the_spot_price() {
        var random = new SplittableRandom(7);
        var lomax = new SpotEvaluation();
        double at = 0;
        while (at < 20_000) {
            double length = 1.3 / 0.2 * (Math.pow(1 - random.nextDouble(), -1 / 1.3) - 1) + 1e-3;
            lomax.add(up(at, length));
            lomax.add(new SpotSpan("zone", true, at + length, 0.2, false));
            at += length + 0.2;
        }
        Map<String, Object> figures = lomax.figures();
        assertTrue(figure(figures, "brier") < figure(figures, "brier_of_best_band"), figures.toString());
        assertEquals(1.0, figures.get("deadlines_met_ratio"));

        var calm = new SpotEvaluation();
        calm.add(up(0, 500));
        assertEquals(0.32, figure(calm.figures(), "cost_to_on_demand_ratio"), 0.02);
        assertTrue(figure(calm.figures(), "median_relative_error_without_checkpoints") < 0.02);
        assertEquals(Double.NaN, new SpotEvaluation().figures().get("brier"));
    }

    @Test
    void rows_that_cannot_be_used_are_told_by_their_reason() {
        var reader = new SpotSpanReader();
        assertEquals(
                new Reading.Usable<>(new SpotSpan("a", false, 1, 0.5, true)),
                reader.read(row(
                        "trace", "a", "accelerator", "c3-88", "start_s", "3600", "length_s", "1800", "value", "1")));
        assertEquals(new Reading.Unusable<>("no trace"), reader.read(row("start_s", "1")));
        assertEquals(
                new Reading.Unusable<>("start_s, length_s or value is no number"),
                reader.read(row("trace", "a", "start_s", "x", "length_s", "1", "value", "1")));
        assertEquals(
                new Reading.Unusable<>("a start below 0 or no length"),
                reader.read(row("trace", "a", "start_s", "0", "length_s", "0", "value", "1")));
    }
}
