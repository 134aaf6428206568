package ai.artenic.optimizer.adapters.persistence.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.artenic.optimizer.adapters.persistence.PlatformDatabase;
import ai.artenic.optimizer.adapters.persistence.StorageOpeningException;
import ai.artenic.optimizer.adapters.persistence.StorageSettings.Pool;
import ai.artenic.optimizer.adapters.persistence.Workbench;
import ai.artenic.optimizer.adapters.persistence.json.Json;
import ai.artenic.optimizer.application.contract.PlatformRecordsContract;
import ai.artenic.optimizer.application.port.PlatformRecords;
import ai.artenic.optimizer.domain.platform.PlatformJob;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Reads a platform's tables in a schema of their own, beside ours in the same server.
class JdbiPlatformRecordsTest implements PlatformRecordsContract {
    private static final String TABLES = """
            drop schema if exists platform cascade; create schema platform; set search_path = platform;
            create table training_jobs (
                id varchar(36) primary key, service text, provider varchar(50), status text, error text, metrics json);
            create table training_outcomes (
                id serial primary key, job_id varchar(36) unique, workload_spec json, success boolean);
            create table optimizer_recommendations (
                id varchar(36) primary key, training_job_id varchar(36) unique, recommended_provider varchar(50));
            create table optimizer_training_samples (
                id varchar(36) primary key, recommendation_id varchar(36), features json);
            """;

    @AfterAll
    static void drop() {
        Workbench.run("drop schema if exists platform cascade");
    }

    @Override
    public PlatformRecords platform(List<PlatformJob> jobs) {
        Workbench.run(TABLES);
        jobs.forEach(JdbiPlatformRecordsTest::insert);
        return opened();
    }

    private static PlatformRecords opened() {
        try {
            return PlatformDatabase.records(Workbench.asServer(Pool.DEFAULT).url() + "?currentSchema=platform");
        } catch (StorageOpeningException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void insert(PlatformJob job) {
        insert("training_jobs", job.job());
        insert("training_outcomes", job.outcome());
        insert("optimizer_recommendations", job.recommendation());
        insert("optimizer_training_samples", job.sample());
    }

    private static void insert(String table, Map<String, Object> row) {
        if (!row.isEmpty()) {
            String id = table.equals("training_outcomes") ? "1" : "\"sample\"";
            String json = Json.write(row);
            String whole = row.containsKey("id") ? json : "{\"id\": " + id + ", " + json.substring(1);
            Workbench.run("insert into platform.%1$s select * from json_populate_record(null::platform.%1$s, '%2$s')"
                    .formatted(table, whole));
        }
    }

    @Test
    void an_outcome_without_its_job_is_read_too_and_text_that_is_an_object_as_an_object() {
        Workbench.run(TABLES + """
                insert into training_outcomes (job_id, workload_spec) values ('lone', '"{\\"num_epochs\\": 3}"');
                insert into training_outcomes (job_id, workload_spec) values ('odd', '"{no json}"')""");
        List<PlatformJob> jobs = opened().jobs(Optional.empty(), 10);
        assertEquals(Map.of("num_epochs", 3), jobs.getFirst().outcome().get("workload_spec"));
        assertEquals("{no json}", jobs.getLast().outcome().get("workload_spec"));
        assertEquals(Map.of(), jobs.getFirst().job());
    }

    @Test
    void json_with_text_that_the_database_cannot_hold_keeps_no_job_from_being_read() {
        Workbench.run(TABLES + """
                insert into training_jobs (id, metrics) values ('half', '{"file": "a\\udc80", "loss": 0.5}');
                insert into training_jobs (id, metrics) values ('nul', '{"file": "a\\u0000", "loss": 0.25}')""");
        assertEquals(
                List.of(Map.of("file", "a\udc80", "loss", 0.5), Map.of("file", "a\u0000", "loss", 0.25)),
                opened().jobs(Optional.empty(), 10).stream()
                        .map(job -> job.job().get("metrics"))
                        .toList());
    }

    @Test
    void a_platform_that_lacks_tables_has_no_rows_of_them() {
        Workbench.run("drop schema if exists platform cascade; create schema platform");
        assertEquals(List.of(), opened().jobs(Optional.empty(), 10));
    }

    @Test
    void a_platform_that_cannot_be_reached_is_told_as_such() {
        assertThrows(
                StorageOpeningException.class, () -> PlatformDatabase.records("postgresql://nobody@127.0.0.1:1/x"));
    }
}
