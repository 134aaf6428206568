package ai.artenic.optimizer.application.contract;

import static ai.artenic.optimizer.domain.fixture.Observations.A100;
import static ai.artenic.optimizer.domain.fixture.Observations.L4;
import static ai.artenic.optimizer.domain.fixture.Observations.LORA_7B;
import static ai.artenic.optimizer.domain.fixture.Observations.TREES;
import static ai.artenic.optimizer.domain.fixture.Observations.finished;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.port.CalibrationLog;
import ai.artenic.optimizer.application.port.CalibrationLog.Recorded;
import ai.artenic.optimizer.domain.calibration.Observation;
import ai.artenic.optimizer.domain.fixture.Observations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// What every calibration log promises.
public interface CalibrationLogContract {
    /// An empty log.
    CalibrationLog calibrationLog();

    private static Set<Observation> newest(CalibrationLog log, int mostPerClass) {
        return new HashSet<>(log.newest(mostPerClass));
    }

    @Test
    default void an_empty_log_knows_nothing() {
        CalibrationLog log = calibrationLog();
        assertEquals(0, log.count());
        assertEquals(List.of(), log.newest(200));
    }

    @Test
    default void what_was_recorded_is_read_again_in_every_detail() {
        CalibrationLog log = calibrationLog();
        List<Observation> recorded = Observations.seeded(1, 60);
        recorded.forEach(observation -> assertEquals(Recorded.STORED, log.record(observation)));
        assertEquals(new HashSet<>(recorded), newest(log, 200));
        assertEquals(60, log.newest(200).size());
    }

    @Test
    default void figures_at_the_ends_of_their_ranges_come_back_as_they_were() {
        CalibrationLog log = calibrationLog();
        var extreme =
                new Observation.OutOfMemory("job-\"'\\-\u00fc", A100, LORA_7B, Double.MIN_VALUE, Double.MAX_VALUE);
        log.record(extreme);
        assertEquals(List.of(extreme), log.newest(1));
    }

    @Test
    default void a_job_counts_once_and_its_first_observation_stays() {
        CalibrationLog log = calibrationLog();
        assertEquals(Recorded.STORED, log.record(finished("job-1", 2)));
        assertEquals(Recorded.DUPLICATE, log.record(finished("job-1", 2)));
        assertEquals(Recorded.DUPLICATE, log.record(finished("job-1", L4, TREES, 9)));
        assertEquals(List.of(finished("job-1", 2)), log.newest(200));
        assertEquals(1, log.count());
    }

    @Test
    default void of_many_at_once_for_one_job_exactly_one_is_recorded() throws Exception {
        CalibrationLog log = calibrationLog();
        var attempts = new ArrayList<Callable<Recorded>>();
        for (int i = 0; i < 16; i++) {
            Observation observation = finished("contested", 1 + i);
            attempts.add(() -> log.record(observation));
        }
        var answers = new ArrayList<Recorded>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (var answer : threads.invokeAll(attempts)) {
                answers.add(answer.get());
            }
        }
        assertEquals(
                1, answers.stream().filter(answer -> answer == Recorded.STORED).count());
        assertEquals(1, log.count());
        assertEquals(1, log.newest(200).size());
    }

    @Test
    default void the_count_differs_whenever_what_is_read_does() {
        CalibrationLog log = calibrationLog();
        for (int i = 0; i < 5; i++) {
            assertEquals(i, log.count());
            log.record(finished("job-" + i, 2));
            log.record(finished("job-" + i, 3));
        }
        assertEquals(5, log.count());
    }

    @Test
    default void however_long_the_history_only_the_newest_of_each_class_are_read() {
        CalibrationLog log = calibrationLog();
        for (int i = 0; i < 10; i++) {
            log.record(finished("a" + i, A100, LORA_7B, 1 + i));
            log.record(finished("b" + i, L4, LORA_7B, 1 + i));
        }
        log.record(finished("c", A100, TREES, 1));
        assertEquals(
                Set.of(
                        finished("a8", A100, LORA_7B, 9),
                        finished("a9", A100, LORA_7B, 10),
                        finished("b8", L4, LORA_7B, 9),
                        finished("b9", L4, LORA_7B, 10),
                        finished("c", A100, TREES, 1)),
                newest(log, 2));
    }

    @Test
    default void text_that_looks_like_sql_is_text() {
        CalibrationLog log = calibrationLog();
        Observation hostile = finished("'; drop table x; --", 2);
        assertEquals(Recorded.STORED, log.record(hostile));
        assertTrue(newest(log, 5).contains(hostile));
    }
}
