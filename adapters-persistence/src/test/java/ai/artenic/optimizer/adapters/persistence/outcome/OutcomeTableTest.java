package ai.artenic.optimizer.adapters.persistence.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.persistence.Storage;
import ai.artenic.optimizer.adapters.persistence.Workbench;
import ai.artenic.optimizer.application.contract.OutcomeStore;
import ai.artenic.optimizer.application.contract.Outcomes;
import ai.artenic.optimizer.application.port.OutcomeLog;
import ai.artenic.optimizer.application.port.OutcomeLog.Kept;
import ai.artenic.optimizer.application.port.SampleStore.Counts;
import ai.artenic.optimizer.domain.outcome.AssessedOutcome;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The tables as others read them, and what only a database can get wrong.
class OutcomeTableTest {
    private final Storage storage = Workbench.storage();
    private final OutcomeStore store = new OutcomeStore(
            storage.outcomeLog(),
            storage.sampleStore(),
            storage.calibrationLog(),
            storage.groupRuns(),
            storage.spotExperience());

    @BeforeEach
    void clear() {
        Workbench.clear();
    }

    private static List<AssessedOutcome> seeded(long from, long to) {
        return LongStream.range(from, to).mapToObj(Outcomes::seeded).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20})
    void what_is_acknowledged_is_on_disk(int together) {
        for (int round = 0; round < 30; round++) {
            String before = Workbench.ask("select pg_current_wal_insert_lsn()");
            long first = 1_000L * together + (long) round * together;
            store.log().keep(seeded(first, first + together));
            assertEquals("t", Workbench.ask("select pg_current_wal_flush_lsn() > '" + before + "'"), "round " + round);
        }
    }

    @Test
    void the_platform_reads_outcome_and_sample_in_columns_of_its_own() {
        store.keep(Outcomes.succeeded("job-1", 2));
        assertEquals("1 job-1 pytorch p5 p4d.24xlarge eu-west-1 f 2.5 2 2 1 t", Workbench.ask("""
                        select concat_ws(' ', id, job_id, workload_spec ->> 'framework', provider, instance_type, region,
                            is_spot, actual_duration_hours, actual_cost_eur, predicted_duration_hours,
                            predicted_cost_eur, success, primary_metric_name, primary_metric_value)
                        from training_outcomes"""));
        assertEquals("job-1 outcome v2 2.0 null 33.0 3 64", Workbench.ask("""
                        select concat_ws(' ', id, recommendation_id, sample_type, features ->> 'schema',
                            features -> 'values' -> 0, features -> 'values' -> 1, features -> 'values' -> 33,
                            relevance_label, length(workload_hash))
                        from optimizer_training_samples"""));
    }

    @Test
    void two_replicas_that_keep_the_same_jobs_at_once_keep_each_once_and_count_alike() throws Exception {
        try (Storage other = Storage.open(Workbench.asServer(Workbench.PATIENT));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<List<Kept>>>();
            for (OutcomeLog log : List.of(storage.outcomeLog(), other.outcomeLog())) {
                answers.add(threads.submit(() -> log.keep(seeded(0, 150))));
                answers.add(threads.submit(() -> log.keep(seeded(50, 200).reversed())));
                for (AssessedOutcome single : seeded(0, 200)) {
                    answers.add(threads.submit(() -> log.keep(List.of(single))));
                }
            }
            int stored = 0;
            for (Future<List<Kept>> answer : answers) {
                stored += (int) answer.get().stream()
                        .filter(Kept.Stored.class::isInstance)
                        .count();
            }
            assertEquals(200, stored);
            assertEquals(store.samples().counts(), other.sampleStore().counts());
        }
        assertEquals("200 200 200", Workbench.ask("""
                select concat_ws(' ', max(id), count(*), (select count(*) from optimizer_training_samples))
                from training_outcomes"""));
        assertCountsAreRight();
    }

    private void assertCountsAreRight() {
        Counts counts = store.samples().counts();
        String labels = counts.byLabel().toString().replaceAll("[\\[\\],]", "");
        assertEquals(counts.samples() + " " + counts.groups() + " " + labels, Workbench.ask("""
                select concat_ws(' ', count(*), count(distinct query_id),
                    count(*) filter (where relevance_label = 0), count(*) filter (where relevance_label = 1),
                    count(*) filter (where relevance_label = 2), count(*) filter (where relevance_label = 3),
                    count(*) filter (where relevance_label = 4))
                from optimizer_training_samples"""));
        assertEquals("0", Workbench.ask("""
                select count(*) from optimizer_query_groups known full join (
                    select query_id, min(relative_cost) as best, true as is_there
                    from optimizer_training_samples group by query_id) true_ones using (query_id)
                where known.query_id is null or true_ones.is_there is null
                    or known.best_relative_cost is distinct from true_ones.best"""));
    }

    @Test
    void many_lists_that_wait_to_be_kept_hold_no_connection_that_a_reader_needs() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Kept>>> answers;
            try (var _ = Workbench.hold("select from optimizer_outcome_counts for update")) {
                answers = LongStream.range(0, 2L * Workbench.PATIENT.connectionsMax())
                        .mapToObj(turn -> threads.submit(() -> store.log().keep(seeded(2 * turn, 2 * turn + 2))))
                        .toList();
                while ("0"
                        .equals(Workbench.ask(
                                "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"))) {
                    Thread.onSpinWait();
                }
                for (int i = 0; i < 100; i++) {
                    assertEquals(Optional.empty(), store.log().find("nobody-" + i));
                }
            }
            for (Future<List<Kept>> answer : answers) {
                assertEquals(2, answer.get().size());
            }
        }
        assertCountsAreRight();
    }

    @Test
    void one_that_the_database_refuses_fails_alone() throws Exception {
        AssessedOutcome refused = Outcomes.succeeded("nul \0", 1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Kept> bad = threads.submit(() -> store.keep(refused));
            var good = seeded(0, 100).stream()
                    .map(one -> threads.submit(() -> store.keep(one)))
                    .toList();
            for (Future<Kept> one : good) {
                assertInstanceOf(Kept.Stored.class, one.get());
            }
            assertThrows(ExecutionException.class, bad::get);
        }
        assertEquals(100, store.samples().counts().outcomes());
        assertCountsAreRight();
    }

    @Test
    void a_list_of_which_one_is_refused_leaves_nothing() {
        var list = new ArrayList<>(seeded(0, 10));
        list.add(Outcomes.succeeded("nul \0", 1));
        assertThrows(RuntimeException.class, () -> store.log().keep(list));
        assertEquals(Counts.NONE, store.samples().counts());
        assertEquals(0, store.calibrations().count());
        assertEquals("0", Workbench.ask("select count(*) from optimizer_query_groups"));
        assertEquals("0", Workbench.ask("select count(*) from optimizer_group_runs"));
        store.log().keep(seeded(0, 10));
        assertCountsAreRight();
    }

    @Test
    void samples_of_a_schema_that_only_a_later_build_knows_are_left_out() {
        store.keep(Outcomes.succeeded("of a later build", 1));
        Workbench.run("update optimizer_training_samples set feature_schema = 'v9'");
        store.keep(Outcomes.succeeded("of this build", 1));
        assertEquals(1, store.samples().newest(FeatureSchema.V1, 5).size());
    }

    @Test
    void an_outcome_that_someone_changed_into_nonsense_is_a_bug_that_names_it() {
        store.keep(Outcomes.succeeded("job", 1));
        Workbench.run("update training_outcomes set outcome = outcome - 'is_spot'");
        var bug = assertThrows(IllegalStateException.class, () -> store.log().find("job"));
        assertTrue(String.valueOf(bug.getMessage()).contains("/is_spot"), bug.getMessage());
    }

    @Test
    void pages_and_samples_are_found_by_an_index_however_long_the_history() {
        store.log().keep(seeded(0, 200));
        Workbench.run("""
                insert into training_outcomes
                select 1000 + n, 'copy-' || n, workload_spec, provider, instance_type, region, is_spot,
                    actual_duration_hours, actual_cost_eur, predicted_duration_hours, predicted_cost_eur, success,
                    primary_metric_name, primary_metric_value, created_at, outcome, workload_is_stated,
                    recommendation_id, regret_label, notes
                from training_outcomes, generate_series(1, 20000) n where id = 1""");
        Workbench.run("""
                insert into optimizer_training_samples
                select 'copy-' || n, recommendation_id, sample_type, query_id, features, relevance_label,
                    workload_hash, created_at, 1000 + n, relative_cost, feature_schema
                from optimizer_training_samples, generate_series(1, 20000) n where outcome_id = 1""");
        Workbench.run("analyze training_outcomes, optimizer_training_samples");
        for (String condition :
                List.of("", "where provider = 'aws'", "where recommendation_id = 'x'", "where id < 99")) {
            String plan =
                    Workbench.plan("select id from training_outcomes " + condition + " order by id desc limit 51");
            assertTrue(plan.contains("Index") && !plan.contains("Seq Scan"), plan);
        }
        String plan = Workbench.plan(
                JdbiSampleStore.NEWEST.replace(":schemas", "array['v1', 'v2']").replace(":most", "500"));
        assertTrue(plan.contains("Index Scan using optimizer_training_samples_newest"), plan);
        assertFalse(plan.contains("Seq Scan") || plan.contains("Filter"), plan);
    }

    @Test
    void new_runs_are_found_by_an_index_however_long_the_history() {
        store.keep(Outcomes.extreme());
        Workbench.run("""
                insert into optimizer_group_runs
                select 1000 + n, query_id, run from optimizer_group_runs, generate_series(1, 20000) n""");
        Workbench.run("analyze optimizer_group_runs");
        String plan = Workbench.plan(JdbiGroupRuns.BETWEEN
                .replace(":seen", "20990")
                .replace(":newest", "21000")
                .replace(":most", "10000"));
        assertTrue(plan.contains("Index Scan Backward using optimizer_group_runs_pkey"), plan);
        assertEquals(1, store.runs().since(20_999, 10_000).runs().size());
    }
}
