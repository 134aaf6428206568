package ai.artenic.optimizer.adapters.persistence.spending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.persistence.Storage;
import ai.artenic.optimizer.adapters.persistence.Workbench;
import ai.artenic.optimizer.application.contract.Outcomes;
import ai.artenic.optimizer.application.contract.SpentJobsContract;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JdbiSpentJobsTest implements SpentJobsContract {
    @Override
    public Spent emptySpent() {
        Workbench.clear();
        Storage storage = Workbench.storage();
        return new Spent(storage.outcomeLog(), storage.spentJobs());
    }

    @Test
    void a_page_is_found_by_an_index_however_long_the_history() {
        Spent spent = emptySpent();
        spent.log().keep(List.of(Outcomes.seeded(1)));
        Workbench.run("""
                insert into training_outcomes
                select id + n, job_id || n, workload_spec, provider, instance_type, region, is_spot,
                    actual_duration_hours, actual_cost_eur, predicted_duration_hours, predicted_cost_eur, success,
                    primary_metric_name, primary_metric_value, created_at,
                    jsonb_set(outcome, '{completed_at}', to_jsonb(
                        to_char(timestamp '2000-01-01' + n * interval '1 hour', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))),
                    workload_is_stated, recommendation_id, regret_label, notes
                from training_outcomes, generate_series(1, 20000) n""");
        Workbench.run("analyze training_outcomes");
        String plan = Workbench.plan(JdbiSpentJobs.NEXT
                .replace(":after_id", "7")
                .replace(":after", "timestamptz '2001-06-01Z'")
                .replace(":to", "timestamptz '2002-01-01Z'")
                .replace(":most", "100"));
        assertTrue(plan.contains("Index Scan using training_outcomes_spent"), plan);
        assertEquals(
                0,
                spent.jobs()
                        .next(Instant.EPOCH, Instant.parse("1999-01-01T00:00:00Z"), Optional.empty(), 9)
                        .size());
    }
}
