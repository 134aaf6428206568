package ai.artenic.optimizer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.inmemory.InMemoryCalibrationLog;
import ai.artenic.optimizer.application.port.CalibrationLog;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import ai.artenic.optimizer.application.usecase.RefreshCalibration;
import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.calibration.HardwareClass;
import ai.artenic.optimizer.domain.calibration.Observation;
import ai.artenic.optimizer.domain.calibration.WorkloadClass;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class RefreshScheduleTest {
    private static final Observation OBSERVATION = new Observation.Finished(
            "job-1", new HardwareClass("L4"), new WorkloadClass("network"), 1, 2, Optional.empty());

    private final CalibrationLog log = new InMemoryCalibrationLog();
    private final Queue<Runnable> failures = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Calibration> published = new LinkedBlockingQueue<>();

    private RefreshSchedule schedule() {
        var schedule = new RefreshSchedule("calibration", new RefreshCalibration(shaky(), published::add)::refresh);
        schedule.start(Duration.ofMillis(1));
        return schedule;
    }

    /// The log, after it has failed in each of the prepared ways.
    private CalibrationLog shaky() {
        return new CalibrationLog() {
            @Override
            public Recorded record(Observation observation) {
                return log.record(observation);
            }

            @Override
            public long count() {
                Runnable failure = failures.poll();
                if (failure != null) {
                    failure.run();
                }
                return log.count();
            }

            @Override
            public List<Observation> newest(int mostPerClass) {
                return log.newest(mostPerClass);
            }
        };
    }

    @Test
    void what_was_learned_before_the_start_is_known_from_the_first_request_on() {
        log.record(OBSERVATION);
        try (RefreshSchedule _ = schedule()) {
            assertEquals(1, published.remove().classes().size());
        }
    }

    @Test
    void what_another_replica_records_is_picked_up() throws Exception {
        try (RefreshSchedule _ = schedule()) {
            assertEquals(0, published.take().classes().size());
            log.record(OBSERVATION);
            assertEquals(1, published.take().classes().size());
        }
    }

    @Test
    void a_look_that_is_asked_for_does_not_wait_for_its_turn() throws Exception {
        var schedule = new RefreshSchedule("calibration", new RefreshCalibration(log, published::add)::refresh);
        try (schedule) {
            schedule.start(Duration.ofDays(1));
            assertEquals(0, published.take().classes().size());
            log.record(OBSERVATION);
            schedule.soon();
            assertEquals(1, published.take().classes().size());
        }
        schedule.soon();
        assertTrue(published.isEmpty(), "a schedule that is closed takes no notice");
    }

    @Test
    void however_many_ask_while_the_last_look_rests_there_is_one_and_it_sees_what_all_of_them_recorded()
            throws Exception {
        var looks = new LinkedBlockingQueue<Integer>();
        var recorded = new AtomicInteger();
        var schedule = new RefreshSchedule("calibration", () -> {
            LockSupport.parkNanos(1_000_000);
            looks.add(recorded.get());
            return Optional.empty();
        });
        try (schedule) {
            schedule.start(Duration.ofDays(1));
            assertEquals(0, looks.take());
            for (int i = 0; i < 1_000; i++) {
                recorded.incrementAndGet();
                schedule.soon();
            }
            int seen = looks.take();
            int more = 0;
            while (seen < 1_000) { // a machine that stalls for longer than the rest
                seen = looks.take();
                more++;
            }
            assertTrue(more < 100, more + " looks besides the first");
        }
    }

    @Test
    void a_look_rests_even_if_the_next_is_asked_for_while_it_is_under_way() throws Exception {
        var begins = new LinkedBlockingQueue<Long>();
        var passes = new Semaphore(1);
        var schedule = new RefreshSchedule("calibration", () -> {
            begins.add(System.nanoTime());
            passes.acquireUninterruptibly();
            return Optional.empty();
        });
        try (schedule) {
            schedule.start(Duration.ofDays(1));
            begins.take();
            schedule.soon();
            long first = begins.take();
            LockSupport.parkNanos(1_000_000);
            schedule.soon();
            long over = System.nanoTime();
            passes.release(2);
            long rest = Math.min(RefreshSchedule.REST * (over - first), RefreshSchedule.LONGEST_REST.toNanos());
            assertTrue(begins.take() - over >= rest);
        }
    }

    @Test
    void looks_that_are_asked_for_do_not_pile_up_beside_the_regular_ones() {
        var looks = new AtomicInteger();
        var schedule = new RefreshSchedule("calibration", () -> {
            looks.incrementAndGet();
            return Optional.empty();
        });
        try (schedule) {
            schedule.start(Duration.ofMillis(1));
            while (looks.get() < 300) {
                schedule.soon();
                int outstanding = schedule.outstanding();
                assertTrue(outstanding <= 2, outstanding + " looks to come");
            }
        }
    }

    @Test
    void no_outage_bug_or_error_ends_the_looking() throws Exception {
        Runnable outage = () -> {
            throw new StoreUnavailableException("away", new IllegalStateException("away"));
        };
        failures.add(outage);
        failures.add(() -> {
            throw new IllegalStateException("a bug");
        });
        failures.add(() -> {
            throw new OutOfMemoryError("a test");
        });
        failures.add(outage);
        try (RefreshSchedule _ = schedule()) {
            assertEquals(0, published.take().classes().size());
            assertTrue(failures.isEmpty());
        }
    }
}
