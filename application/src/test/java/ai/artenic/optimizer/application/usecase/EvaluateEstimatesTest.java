package ai.artenic.optimizer.application.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.usecase.EvaluationRequest.Estimate;
import ai.artenic.optimizer.domain.evaluation.Given;
import ai.artenic.optimizer.domain.evaluation.MeasuredRow;
import ai.artenic.optimizer.domain.fixture.Gpus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvaluateEstimatesTest {
    private static EvaluationAnswer evaluate(Estimate estimate, MeasuredRow... rows) {
        return new EvaluateEstimates(Gpus.CATALOG, (provider, type) -> Optional.empty())
                .evaluate(new EvaluationRequest(estimate, List.of(rows), List.of(24.0), Given.ALL, true));
    }

    private static MeasuredRow row(String columns) {
        var map = new LinkedHashMap<String, String>();
        for (String pair : columns.split(" ")) {
            map.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return new MeasuredRow("file.csv", map);
    }

    @Test
    void points_are_judged_per_source_and_in_all_and_the_unusable_are_counted_by_reason() {
        String peak = "params_m=7000 method=lora precision=bf16 optimizer=adamw batch=1 seq=512 ckpt=1 measured_gib=16";
        EvaluationAnswer answer = evaluate(
                Estimate.MEMORY,
                row(peak + " source=one"),
                row(peak + " source=two"),
                row(peak + " source=two"),
                row(peak + " quality=clipped"),
                row(peak + " quality=clipped"));

        assertEquals(3, answer.figures().get("n"));
        assertEquals(Set.of("one", "two"), answer.sources().keySet());
        assertEquals(2, Map.copyOf(answer.sources().get("two")).get("n"));
        assertEquals(Map.of("quality clipped", 2), answer.unusable());
    }

    @Test
    void a_table_of_vision_models_is_looked_up_and_not_evaluated() {
        EvaluationAnswer answer = evaluate(
                Estimate.MEMORY,
                row("model=resnet50 batch_size=64 max_gpu_memory_mib=8465 clean=True"),
                row("model=resnet50 params_m=25.56 fwd_gmacs_per_img=4.11 fwd_macts_m_per_img=11.11"));

        assertEquals(1, answer.figures().get("n"));
        assertTrue(answer.unusable().isEmpty());
    }

    @Test
    void runs_throughputs_and_candidates_have_their_own_figures() {
        EvaluationAnswer runs = evaluate(
                Estimate.RUNS,
                row("params_b=6.74 tokens_b=2000 gpu=A100-80GB gpu_count=1024 gpu_hours=184320 kind=pretrain"));
        assertEquals(1, runs.figures().get("n"));
        assertEquals(Set.of("pretrain"), runs.sources().keySet());

        EvaluationAnswer throughputs = evaluate(
                Estimate.THROUGHPUT,
                row("suite=s workload=resnet50 precision=fp16 config_name=T4 num_gpu=1 throughput=400 ok=True"));
        assertEquals(Set.of("s/resnet50/fp16"), throughputs.sources().keySet());

        EvaluationAnswer candidates = evaluate(
                Estimate.CANDIDATES,
                row("workload_id=w framework=spark dataset_size_gb=50 model_params_m=0 gpu_required=false node_count=4 "
                        + "vcpus=8 memory_gb=32 price_per_hour=0.4 duration_hours=1 cost=1.6 success=true"));
        assertEquals(0.0, candidates.figures().get("mean_cost_regret"));
        assertEquals(Set.of("w"), candidates.sources().keySet());
    }

    @Test
    void measured_spot_zones_are_told_apart_by_their_series() {
        String zone = " accelerator=v100_1 value=1 start_s=0 length_s=360000";
        EvaluationAnswer spot =
                evaluate(Estimate.SPOT, row("trace=a" + zone), row("trace=b" + zone), row("trace=b value=up"));
        assertEquals(Set.of("a", "b"), spot.sources().keySet());
        assertEquals(2, spot.figures().get("zones"));
        assertEquals(1.0, spot.figures().get("deadlines_met_ratio"));
        assertEquals(Map.of("start_s, length_s or value is no number", 1), spot.unusable());
    }

    @Test
    void price_changes_are_led_through_the_gate_in_the_order_of_time_whatever_the_order_of_rows() {
        String offer = " provider=aws instance=p5 region=us-east-1 source=s ondemand_usd_hour=";
        EvaluationAnswer prices = evaluate(
                Estimate.PRICES,
                row("valid_from=2026-03-01" + offer + "400"),
                row("valid_from=2026-01-01" + offer + "10"),
                row("valid_from=2026-02-01" + offer + "60"),
                row("valid_from=soon" + offer + "60"));
        assertEquals(3, prices.figures().get("n"));
        assertEquals(0, prices.figures().get("quarantined"));
        assertEquals(Map.of("a price or a date is none", 1), prices.unusable());
    }
}
