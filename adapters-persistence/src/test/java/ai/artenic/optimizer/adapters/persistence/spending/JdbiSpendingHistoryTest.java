package ai.artenic.optimizer.adapters.persistence.spending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.persistence.Storage;
import ai.artenic.optimizer.adapters.persistence.Workbench;
import ai.artenic.optimizer.application.contract.Costs;
import ai.artenic.optimizer.application.contract.Outcomes;
import ai.artenic.optimizer.application.contract.SpendingHistoryContract;
import ai.artenic.optimizer.application.port.OutcomeLog;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class JdbiSpendingHistoryTest implements SpendingHistoryContract {
    private static final String ALL = """
            select md5(string_agg(line, ',' order by line)) from (
                select kept::text as line from optimizer_daily_spending kept
                union all select kept::text from optimizer_daily_metrics kept)""";

    @Override
    public Spending emptySpending() {
        Workbench.clear();
        Storage storage = Workbench.storage();
        return new Spending(storage.outcomeLog(), storage.spendingHistory());
    }

    @Test
    void sums_that_were_damaged_are_rebuilt_just_as_they_had_been_kept() {
        Spending spending = emptySpending();
        LongStream.range(0, 90).mapToObj(Outcomes::seeded).forEach(spending::keep);
        String kept = Workbench.ask(ALL);
        Workbench.run("update optimizer_daily_spending set cost_eur = cost_eur + 1 where grouping = 'total'");
        Workbench.run("delete from optimizer_daily_metrics");
        Workbench.run("select optimizer_rebuild_spending()");
        assertEquals(kept, Workbench.ask(ALL));
        Costs.assertAlike(spending.history(), spending.log());
    }

    @Test
    void replicas_that_keep_jobs_at_once_sum_each_once() throws Exception {
        Spending spending = emptySpending();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<List<OutcomeLog.Kept>>>();
            for (int turn = 0; turn < 3; turn++) {
                for (long seed = 0; seed < 80; seed++) {
                    var list = List.of(Outcomes.seeded(seed), Outcomes.seeded(80 - seed));
                    answers.add(threads.submit(() -> spending.log().keep(list)));
                }
            }
            for (Future<List<OutcomeLog.Kept>> answer : answers) {
                answer.get();
            }
        }
        assertEquals(81, spending.all().jobs());
        Costs.assertAlike(spending.history(), spending.log());
    }

    @Test
    void outcomes_that_an_earlier_version_inserts_are_summed_too() {
        Spending spending = emptySpending();
        spending.keep(Outcomes.seeded(1));
        Workbench.run("""
                insert into training_outcomes
                select id + n, job_id || n, workload_spec, provider, instance_type, region, is_spot,
                    actual_duration_hours, actual_cost_eur, predicted_duration_hours, predicted_cost_eur, success,
                    primary_metric_name, primary_metric_value, created_at, outcome, workload_is_stated,
                    recommendation_id, regret_label, notes
                from training_outcomes, generate_series(1, 9) n""");
        assertEquals(10, spending.all().jobs());
    }

    @Test
    void a_list_of_which_one_is_refused_leaves_no_spending() {
        Spending spending = emptySpending();
        var list = List.of(Outcomes.seeded(1), Outcomes.succeeded("nul \0", 1));
        assertThrows(RuntimeException.class, () -> spending.log().keep(list));
        assertEquals("0", Workbench.ask("select count(*) from optimizer_daily_spending"));
    }

    @Test
    void the_days_of_a_summary_are_found_by_an_index_however_long_the_history() {
        emptySpending();
        Workbench.run("""
                insert into optimizer_daily_spending
                select grouping, date '2000-01-01' + day, 'aws', 'machine-' || day, 1, 1, 1, 0, 0
                from generate_series(1, 9000) day, unnest(array['total', 'instance_type']) grouping""");
        Workbench.run("analyze optimizer_daily_spending");
        String plan = Workbench.plan(JdbiSpendingHistory.DAILY
                        .replace(":grouping", "'total'")
                        .replace(":from", "date '2001-01-01'")
                        .replace(":to", "date '2001-02-01'")
                + "order by day, provider, name");
        assertTrue(plan.contains("optimizer_daily_spending_pkey") && !plan.contains("Seq Scan"), plan);
    }
}
