package ai.artenic.optimizer.adapters.persistence.calibration;

import ai.artenic.optimizer.adapters.persistence.database.Database;
import ai.artenic.optimizer.application.port.CalibrationLog;
import ai.artenic.optimizer.domain.calibration.Observation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

/// Observations in the table `optimizer_calibration_observations`.
public final class JdbiCalibrationLog implements CalibrationLog {
    /// Inserts observations of distinct jobs. To be named `recorded` in the statement that counts them.
    public static final String INSERT = """
            insert into optimizer_calibration_observations (
                training_job_id, hardware_class, workload_class,
                modelled_hours, actual_hours, modelled_gb, usable_gb, peak_gb)
            select * from unnest(
                :training_job_id, :hardware_class, :workload_class,
                :modelled_hours, :actual_hours, :modelled_gb, :usable_gb, :peak_gb)
            on conflict (training_job_id) do nothing
            returning hardware_class, workload_class
            """;

    /// Counts what is inserted, within one statement, so that a class's number is never without its observations. The
    /// classes are written in their order: two transactions that write several in different orders may block each
    /// other.
    public static final String COUNT_RECORDED = """
            insert into optimizer_calibration_classes as known (hardware_class, workload_class, observations)
            select hardware_class, workload_class, count(*) from recorded
            group by hardware_class, workload_class
            order by hardware_class, workload_class
            on conflict (hardware_class, workload_class)
                do update set observations = known.observations + excluded.observations
            """;

    private static final String RECORD = "with recorded as (" + INSERT + ") " + COUNT_RECORDED;

    private static final String COUNT = """
            select coalesce(sum(observations), 0) from optimizer_calibration_classes""";

    /// For each class a walk along its index, as long as wanted and no longer.
    static final String NEWEST = """
            select newest.* from optimizer_calibration_classes known
            cross join lateral (
                select * from optimizer_calibration_observations one
                where one.hardware_class = known.hardware_class and one.workload_class = known.workload_class
                order by one.recorded_at desc
                limit :most_per_class) newest
            """;

    private final Database database;

    public JdbiCalibrationLog(Database database) {
        this.database = database;
    }

    @Override
    public Recorded record(Observation observation) {
        return database.ask(handle -> record(handle, observation));
    }

    static Recorded record(Handle handle, Observation observation) {
        Update insert = handle.createUpdate(RECORD);
        bind(insert, List.of(observation));
        return insert.execute() == 1 ? Recorded.STORED : Recorded.DUPLICATE;
    }

    /// Gives [#INSERT] observations of distinct jobs.
    public static void bind(SqlStatement<?> insert, List<Observation> observations) {
        ObservationRow.bind(insert, observations);
    }

    /// The observation in a row of this log's table that was joined to others; empty where none was.
    public static Optional<Observation> joined(ResultSet row) throws SQLException {
        return row.getString("training_job_id") == null ? Optional.empty() : Optional.of(ObservationRow.read(row));
    }

    @Override
    public long count() {
        return database.ask(
                handle -> handle.createQuery(COUNT).mapTo(Long.class).one());
    }

    @Override
    public List<Observation> newest(int mostPerClass) {
        return database.ask(handle -> handle.createQuery(NEWEST)
                .bind("most_per_class", mostPerClass)
                .map((row, _) -> ObservationRow.read(row))
                .list());
    }
}
