package ai.artenic.optimizer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.bootstrap.cli.OptimizerCommand;
import ai.artenic.optimizer.domain.outcome.Ending;
import ai.artenic.optimizer.domain.outcome.FailureKind;
import ai.artenic.optimizer.domain.outcome.Outcome;
import ai.artenic.optimizer.domain.outcome.Sample;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// The command `import platform` between two real databases: a platform's, and the service's.
class PlatformImportTest {
    private static final String TABLES = """
            create schema platform; set search_path = platform;
            create table training_jobs (
                id varchar(36) primary key, service varchar(50), model varchar(100), provider varchar(50), config json,
                status varchar(20), metrics json, error text, instance_type varchar(100), cost_estimate_eur float,
                created_at timestamptz, started_at timestamptz, completed_at timestamptz, cost_actual_eur float,
                cost_per_hour_eur float, duration_seconds float, cost_predicted_eur float,
                duration_predicted_hours float, primary_metric_before float, primary_metric_after float,
                primary_metric_name varchar(50), is_spot boolean, preempted boolean, resumed_from_job_id varchar(36),
                preemption_count integer, region varchar(100), workload_spec json);
            create table training_outcomes (
                id serial primary key, job_id varchar(36) unique, workload_spec json, provider varchar(50),
                instance_type varchar(100), region varchar(100), is_spot boolean, actual_duration_hours float,
                actual_cost_eur float, predicted_duration_hours float, predicted_cost_eur float, success boolean,
                primary_metric_name varchar(50), primary_metric_value float, created_at timestamptz);
            create table optimizer_recommendations (
                id varchar(36) primary key, training_job_id varchar(36) unique, model_version varchar(50),
                prediction_timestamp timestamptz, recommended_provider varchar(50), recommended_instance varchar(100),
                recommended_rank integer, estimated_duration_hours float, estimated_cost_eur float,
                confidence_score float, alternatives json, total_instances_considered integer,
                instances_after_filter integer, workload_spec json);
            create table optimizer_training_samples (
                id varchar(36) primary key, recommendation_id varchar(36), sample_type varchar(20),
                query_id varchar(36), features json, relevance_label integer, workload_hash varchar(64),
                created_at timestamptz);
            """;

    private static final String ROWS = """
            insert into training_jobs (id, provider, status, instance_type, is_spot, workload_spec, duration_seconds,
                cost_actual_eur, error, metrics, completed_at)
            select id, 'aws', status, 'p4d.24xlarge', is_spot, '{"dataset_size_gb": 50, "model_params_m": 7000,
                "framework": "PyTorch", "gpu_required": true, "precision": "bf16", "batch_size": 16}', seconds, cost,
                error, '{"accuracy": 0.9}', '2026-11-01T12:00:00Z'
            from (values
                ('a-done', 'completed', false, 7200, 50.5, null),
                ('b-spot', 'completed', true, 9000, 20.25, null),
                ('c-oom', 'failed', false, 600, 4, 'CUDA out of memory'),
                ('d-evicted', 'failed', true, 1200, 3, 'spot interruption'),
                ('e-running', 'running', false, null, null, null),
                ('f-cancelled', 'cancelled', false, 60, 0.4, null))
            as given (id, status, is_spot, seconds, cost, error);
            insert into training_outcomes (job_id, workload_spec, provider, instance_type, is_spot,
                actual_duration_hours, actual_cost_eur, success)
            values ('g-of-no-job', '{"dataset_size_gb": 5, "model_params_m": 350, "framework": "pytorch",
                "gpu_required": true}', 'gcp', 'a2-highgpu-1g', false, 1.5, 6.25, true);
            insert into optimizer_recommendations (id, training_job_id, recommended_provider, recommended_instance,
                recommended_rank, estimated_duration_hours, estimated_cost_eur)
            values ('r', 'a-done', 'aws', 'p4d.24xlarge', 1, 2.5, 60);
            """;

    @TempDir
    Path folder;

    private static String imported(SharedDatabase database, Path config) throws IOException {
        var out = new StringWriter();
        CommandLine command = OptimizerCommand.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(out, true));
        int exit = command.execute(
                "import",
                "platform",
                "--database-url",
                database.url() + "?currentSchema=platform",
                "--config",
                config.toString());
        assertEquals(0, exit, out::toString);
        return out.toString();
    }

    private static Outcome outcome(SharedDatabase database, String job) {
        return database.storage()
                .outcomeLog()
                .find(job)
                .orElseThrow()
                .assessed()
                .outcome();
    }

    private static List<String> sampled(SharedDatabase database) {
        return database.storage().sampleStore().newest(FeatureSchema.V2, 100).stream()
                .map(Sample::jobId)
                .sorted()
                .toList();
    }

    @Test
    void a_platforms_finished_jobs_become_outcomes_and_samples_once_however_often_they_are_imported() throws Exception {
        try (SharedDatabase database = SharedDatabase.open(folder.resolve("data"))) {
            database.run(TABLES + ROWS);
            Path config =
                    Files.writeString(folder.resolve("service.properties"), "store.database-url=" + database.url());
            String first = imported(database, config);
            assertTrue(first.contains("7 jobs: 5 outcomes kept, 0 known before, 2 not over, 0 not usable"), first);
            assertTaken(database);
            List<String> samples = sampled(database);
            assertEquals(List.of("a-done", "b-spot", "c-oom", "d-evicted", "g-of-no-job"), samples);

            String again = imported(database, config);
            assertTrue(again.contains("7 jobs: 0 outcomes kept, 5 known before, 2 not over, 0 not usable"), again);
            assertEquals(samples, sampled(database));

            database.run("update platform.training_jobs set status = 'completed', duration_seconds = 3600,"
                    + " cost_actual_eur = 25 where id = 'e-running'");
            String later = imported(database, config);
            assertTrue(later.contains("1 outcomes kept, 5 known before, 1 not over"), later);
            assertEquals(6, database.storage().sampleStore().counts().samples());
        }
    }

    private static void assertTaken(SharedDatabase database) {
        Outcome done = outcome(database, "a-done");
        assertEquals(2, done.run().hours());
        assertEquals(50.5, done.run().cost().amount().doubleValue());
        assertEquals("p4d.24xlarge", done.run().instanceType());
        assertTrue(done.succeeded());
        assertTrue(outcome(database, "b-spot").run().isSpot());
        assertEquals(
                new Ending.Failed(Optional.of(FailureKind.OOM)),
                outcome(database, "c-oom").ending());
        assertEquals(
                Optional.of(true),
                outcome(database, "d-evicted").interruptions().preempted());
        assertEquals(
                6.25, outcome(database, "g-of-no-job").run().cost().amount().doubleValue());
    }
}
