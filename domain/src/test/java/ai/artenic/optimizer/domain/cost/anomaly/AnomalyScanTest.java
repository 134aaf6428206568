package ai.artenic.optimizer.domain.cost.anomaly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.cost.anomaly.Anomaly.Kind;
import ai.artenic.optimizer.domain.outcome.Ending;
import ai.artenic.optimizer.domain.outcome.Interruptions;
import ai.artenic.optimizer.domain.outcome.Prediction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AnomalyScanTest {
    private static final Optional<Prediction> PREDICTED = Optional.of(new Prediction(2, 10));

    private final AnomalyScan scan = new AnomalyScan(Instant.EPOCH, 1);
    private int jobs;

    private void add(double eur, double hours, int nodes, Optional<Prediction> prediction) {
        scan.add(Detectors.job(jobs++, eur, hours, nodes, prediction));
    }

    private void add(double eur) {
        add(eur, 2, 1, PREDICTED);
    }

    private void failed(double eur, double hours) {
        disturbed(eur, hours, new Ending.Failed(Optional.empty()), OptionalInt.empty());
    }

    private void preempted(double eur, double hours) {
        disturbed(eur, hours, new Ending.Succeeded(), OptionalInt.of(2));
    }

    private void disturbed(double eur, double hours, Ending ending, OptionalInt preemptions) {
        SpentJob job = Detectors.job(jobs++, eur, hours, 1, PREDICTED);
        scan.add(new SpentJob(
                job.id(),
                job.at(),
                job.jobId(),
                job.group(),
                job.run(),
                ending,
                new Interruptions(Optional.empty(), preemptions, Optional.empty()),
                job.prediction(),
                job.recommendation()));
    }

    private List<String> found() {
        return scan.result().undisturbed().stream()
                .map(anomaly -> anomaly.job().jobId())
                .toList();
    }

    @Test
    void among_fewer_than_five_only_more_than_twice_the_expected_cost_is_an_anomaly() {
        add(20);
        add(20.01);
        Anomaly only = scan.result().undisturbed().getFirst();
        assertEquals("job-1", only.job().jobId());
        assertEquals(OptionalDouble.empty(), only.score());
        assertEquals(10, only.normalEur());
        assertEquals(10.01, only.impactEur(), 1e-9);
        assertEquals(1, only.alike());
    }

    @Test
    void from_five_on_it_is_the_median_that_counts_so_that_predictions_may_be_off() {
        for (int i = 0; i < 5; i++) {
            add(19);
        }
        add(31.5);
        add(32);
        assertEquals(List.of("job-6"), found());
        Anomaly anomaly = scan.result().undisturbed().getFirst();
        assertEquals(19, anomaly.normalEur(), 1e-9);
        assertEquals(0.6745 * Math.log(32 / 19.0) / 0.1, anomaly.score().orElseThrow(), 1e-9);
        assertEquals(13, anomaly.impactEur(), 1e-9);
    }

    @Test
    void jobs_that_are_all_alike_do_not_make_the_next_one_an_anomaly() {
        for (int i = 0; i < 20; i++) {
            add(10);
        }
        add(16.7);
        assertEquals(List.of(), found());
    }

    @Test
    void a_step_stays_visible_because_what_was_found_is_not_counted_as_usual() {
        for (int i = 0; i < 6; i++) {
            add(10 + i % 2);
        }
        for (int i = 0; i < 30; i++) {
            add(20);
        }
        assertEquals(30, found().size());
    }

    @Test
    void what_is_not_worth_telling_is_not_told_and_what_ended_before_the_period_neither() {
        var cheap = new AnomalyScan(Instant.EPOCH.plusSeconds(3600), 10.02);
        cheap.add(Detectors.job(0, 500, 2, 1, PREDICTED));
        cheap.add(Detectors.job(1, 20.01, 2, 1, PREDICTED));
        assertEquals(new Anomalies(List.of(), List.of(), 1, 0, 0), cheap.result());
    }

    @Test
    void without_a_prediction_the_median_of_the_same_instance_is_expected_once_there_are_two() {
        add(10, 2, 1, Optional.empty());
        add(12, 2, 1, Optional.empty());
        add(22, 2, 1, Optional.empty());
        add(23, 2, 1, Optional.empty());
        Anomalies result = scan.result();
        assertEquals(2, result.notJudged());
        assertEquals(2, result.judged());
        assertEquals(List.of(), found());
        add(34, 2, 1, Optional.empty()); // the median of 10, 12, 22 and 23 is 17
        add(44.01, 2, 1, Optional.empty()); // with 34 it is 22
        assertEquals(List.of("job-5"), found());
    }

    @Test
    void failed_and_preempted_jobs_stand_apart_and_tell_nothing_of_the_others() {
        for (int i = 0; i < 4; i++) {
            failed(200, 40);
        }
        preempted(30, 6);
        for (int i = 0; i < 6; i++) {
            add(10);
        }
        add(40);
        assertEquals(List.of("job-11"), found());
        Anomalies result = scan.result();
        assertEquals(5, result.disturbed().size());
        assertEquals(
                List.of(Kind.RETRIES),
                result.disturbed().getLast().causes().stream()
                        .map(Anomaly.Cause::kind)
                        .toList());
        assertEquals(6, result.found());
    }

    @Test
    void what_made_a_job_dearer_is_told_with_its_part_of_the_impact_the_dearest_first() {
        for (int i = 0; i < 6; i++) {
            add(10);
        }
        add(80, 8, 2, PREDICTED); // four times as long, on twice the nodes, at the same price
        add(40, 1, 1, PREDICTED); // half as long, at eight times the price
        Anomaly longer = scan.result().undisturbed().getFirst();
        assertEquals(Kind.DURATION, longer.causes().getFirst().kind());
        assertEquals(70 * 2 / 3.0, longer.causes().getFirst().eur(), 1e-9);
        assertEquals(Kind.NODES, longer.causes().getLast().kind());
        assertEquals(70 / 3.0, longer.causes().getLast().eur(), 1e-9);
        Anomaly dearer = scan.result().undisturbed().getLast();
        assertEquals(1, dearer.causes().size());
        assertEquals(Kind.PRICE, dearer.causes().getFirst().kind());
        assertEquals(30, dearer.causes().getFirst().eur(), 1e-9);
    }

    @Test
    void the_dearest_come_first_and_no_more_than_five_hundred_are_listed() {
        for (int i = 0; i < 600; i++) {
            add(30 + i);
        }
        Anomalies result = scan.result();
        assertEquals(600, result.found());
        assertEquals(500, result.undisturbed().size());
        assertEquals(619, result.undisturbed().getFirst().impactEur(), 1e-9);
        assertEquals(120, result.undisturbed().getLast().impactEur(), 1e-9);
    }

    @Test
    void jobs_that_cost_or_took_nothing_neither_divide_by_nothing_nor_count() {
        add(0);
        add(0, 0, 1, Optional.empty());
        add(50, 0, 1, PREDICTED);
        Anomalies result = scan.result();
        assertEquals(2, result.notJudged());
        Anomaly only = result.undisturbed().getFirst();
        assertEquals(Kind.PRICE, only.causes().getFirst().kind());
        assertTrue(Double.isFinite(only.impactEur()));
    }
}
