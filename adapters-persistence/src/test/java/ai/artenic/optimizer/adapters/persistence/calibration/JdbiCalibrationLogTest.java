package ai.artenic.optimizer.adapters.persistence.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.persistence.Storage;
import ai.artenic.optimizer.adapters.persistence.StorageSettings.Pool;
import ai.artenic.optimizer.adapters.persistence.Workbench;
import ai.artenic.optimizer.adapters.persistence.database.Database;
import ai.artenic.optimizer.adapters.persistence.database.ServerUrl;
import ai.artenic.optimizer.application.contract.CalibrationLogContract;
import ai.artenic.optimizer.application.port.CalibrationLog;
import ai.artenic.optimizer.application.port.CalibrationLog.Recorded;
import ai.artenic.optimizer.domain.fixture.Observations;
import java.util.List;
import org.junit.jupiter.api.Test;

class JdbiCalibrationLogTest implements CalibrationLogContract {
    private static final String OBSERVATIONS = "select count(*) from optimizer_calibration_observations";

    @Override
    public CalibrationLog calibrationLog() {
        Workbench.clear();
        return Workbench.storage().calibrationLog();
    }

    @Test
    void what_one_replica_records_another_reads() throws Exception {
        CalibrationLog here = calibrationLog();
        try (Storage other = Storage.open(Workbench.asServer(Pool.DEFAULT))) {
            other.calibrationLog().record(Observations.finished("elsewhere", 2));
            assertEquals(1, here.count());
            assertEquals(Observations.finished("elsewhere", 2), here.newest(5).getFirst());
        }
    }

    @Test
    void every_observation_is_counted_once_however_often_it_is_reported() {
        CalibrationLog log = calibrationLog();
        Observations.seeded(3, 40).forEach(log::record);
        Observations.seeded(3, 40).forEach(log::record);
        assertEquals(
                Workbench.ask(OBSERVATIONS),
                Workbench.ask("select sum(observations) from optimizer_calibration_classes"));
        assertEquals("40", Workbench.ask(OBSERVATIONS));
    }

    @Test
    void an_observation_recorded_in_a_transaction_that_is_undone_never_was() throws Exception {
        CalibrationLog log = calibrationLog();
        var server = Workbench.asServer(Pool.DEFAULT);
        try (var database = new Database(ServerUrl.source(server), Pool.DEFAULT)) {
            assertThrows(
                    IllegalStateException.class,
                    () -> database.ask(handle -> handle.inTransaction(transaction -> {
                        assertEquals(
                                Recorded.STORED,
                                JdbiCalibrationLog.record(transaction, Observations.finished("undone", 2)));
                        throw new IllegalStateException("the outcome could not be stored");
                    })));
        }
        assertEquals(0, log.count());
        assertEquals(List.of(), log.newest(5));
        assertEquals(Recorded.STORED, log.record(Observations.finished("undone", 2)));
    }

    @Test
    void a_rare_class_behind_a_long_history_of_another_is_found_by_the_index() {
        CalibrationLog log = calibrationLog();
        log.record(Observations.finished("rare", 2));
        log.record(Observations.finished("frequent", Observations.L4, Observations.TREES, 2));
        Workbench.run("""
                insert into optimizer_calibration_observations
                    (training_job_id, hardware_class, workload_class, modelled_hours, actual_hours)
                select 'job-' || n, 'L4', 'boosting', 1, 1 from generate_series(1, 20000) n""");
        Workbench.run("analyze optimizer_calibration_observations, optimizer_calibration_classes");
        String plan = Workbench.plan(JdbiCalibrationLog.NEWEST.replace(":most_per_class", "200"));
        assertTrue(plan.contains("Index Scan using optimizer_calibration_observations_newest"), plan);
        assertFalse(plan.contains("Sort") || plan.contains("Filter"), plan);
        assertEquals(201, log.newest(200).size());
    }
}
