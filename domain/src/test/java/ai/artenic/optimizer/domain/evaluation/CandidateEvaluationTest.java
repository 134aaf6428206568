package ai.artenic.optimizer.domain.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.fixture.Gpus;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidateEvaluationTest {
    private static final CandidatePointReader READER = new CandidatePointReader(Gpus.CATALOG);

    private static CandidateReport report(MeasuredRow... rows) {
        var evaluation = new CandidateEvaluation(Gpus.CATALOG);
        List.of(rows).forEach(row -> evaluation.add(Rows.usable(READER.read(row))));
        return evaluation.report();
    }

    private static MeasuredRow on(String gpu, double price, double hours, double cost) {
        return Rows.candidate(
                "gpu_type=" + gpu,
                "gpu_memory_gb=",
                "price_per_hour=" + price,
                "duration_hours=" + hours,
                "cost=" + cost);
    }

    @Test
    void the_pick_of_least_predicted_cost_is_charged_with_its_regret() {
        // A T4 at 0.1 EUR is predicted cheapest; it really cost 3, the V100 only 2.
        CandidateReport report = report(on("T4", 0.1, 30, 3), on("V100", 3, 0.66, 2));
        assertEquals(0.5, report.meanCostRegret(), 1e-12);
        assertEquals(1, report.meanKendallTau());
        assertEquals(0, report.failedPicks());
    }

    @Test
    void a_failed_pick_costs_four_and_a_workload_without_success_is_left_out() {
        MeasuredRow failed = Rows.candidate("price_per_hour=0.001", "success=false");
        MeasuredRow hopeless = Rows.candidate("workload_id=w2", "success=false");
        CandidateReport report = report(failed, on("V100", 3, 1, 3), hopeless);
        assertEquals(1, report.workloads());
        assertEquals(4, report.meanCostRegret());
        assertEquals(1, report.failedPicks());
    }

    @Test
    void on_one_node_costs_that_cannot_be_told_apart_leave_the_choice_to_the_hours() {
        MeasuredRow one = Rows.candidate("instance_type=one", "cost=2");
        MeasuredRow four = Rows.candidate(
                "instance_type=four", "gpu_count=4", "vcpus=32", "price_per_hour=2", "duration_hours=0.6", "cost=1.2");
        assertEquals(0, report(one, four).meanCostRegret(), 1e-12);
    }

    @Test
    void between_clusters_the_lowest_predicted_cost_decides() {
        String cluster = "framework=spark architecture=other gpu_required=false distributed=true gpu_type= gpu_count=0";
        MeasuredRow small = Rows.row(
                "jobs.csv",
                cluster + " workload_id=c dataset_size_gb=50 model_params_m=0 "
                        + "node_count=4 vcpus=8 memory_gb=32 price_per_hour=0.4 duration_hours=1 cost=1.6 success=true");
        MeasuredRow large = Rows.row(
                "jobs.csv",
                cluster + " workload_id=c dataset_size_gb=50 model_params_m=0 "
                        + "node_count=6 vcpus=8 memory_gb=32 price_per_hour=0.4 duration_hours=0.7 cost=1.7 success=true");
        assertEquals(0, report(small, large).meanCostRegret(), 1e-12);
    }

    @Test
    void the_batch_of_a_row_is_that_of_one_gpu() {
        assertEquals(
                128,
                Rows.usable(READER.read(Rows.candidate("gpu_count=4")))
                        .workload()
                        .batchSize());
    }

    @Test
    void a_gpu_that_the_table_does_not_know_is_kept() {
        CandidatePoint point = Rows.usable(READER.read(Rows.candidate("gpu_type=X9000")));
        assertEquals("X9000", point.machine().accelerators().orElseThrow().gpu().type());
    }

    @Test
    void rows_that_cannot_be_used_say_why() {
        assertEquals("no workload_id", Rows.reason(READER.read(Rows.candidate("workload_id="))));
        assertEquals("cost is required", Rows.reason(READER.read(Rows.candidate("cost="))));
        assertTrue(Rows.reason(READER.read(Rows.candidate("node_count=0"))).startsWith("node_count must be between"));
        assertTrue(Rows.reason(READER.read(Rows.candidate("model_params_m=-3"))).startsWith("model_params_m must be"));
        assertTrue(Rows.reason(READER.read(Rows.candidate("framework=abacus"))).startsWith("framework must be one of"));
        assertTrue(Rows.reason(READER.read(Rows.candidate("batch_size=many"))).startsWith("batch_size must be"));
    }

    @Test
    void figures_go_by_the_names_in_the_documents() {
        assertTrue(report(on("T4", 1, 1, 1))
                .fields()
                .keySet()
                .containsAll(List.of("n", "mean_kendall_tau", "mean_cost_regret", "failed_picks", "workloads")));
    }
}
