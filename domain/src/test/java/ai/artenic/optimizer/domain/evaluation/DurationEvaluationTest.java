package ai.artenic.optimizer.domain.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.workload.Method;
import java.util.HashMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationEvaluationTest {
    private static final RunPointReader RUNS = new RunPointReader(Gpus.CATALOG);
    private static final ThroughputPointReader THROUGHPUTS = new ThroughputPointReader(Gpus.CATALOG);

    @Test
    void a_published_run_becomes_nodes_of_eight_gpus() {
        RunPoint point = Rows.usable(RUNS.read(Rows.run()));

        assertEquals(128, point.nodes());
        assertEquals(8, point.machine().accelerators().orElseThrow().count());
        assertEquals(180, point.measuredHours());
        assertEquals(2000, point.workload().setup().tokensB().orElseThrow());
    }

    @Test
    void a_run_without_a_number_of_gpus_is_taken_for_a_large_one() {
        assertEquals(32, Rows.usable(RUNS.read(Rows.run("gpu_count="))).nodes());
    }

    @Test
    void what_a_step_does_is_read_from_its_name() {
        RunPoint step = Rows.usable(RUNS.read(
                Rows.run("model=X-7B lora s512 (per iter)", "kind=step_lora", "tokens_b=4.096e-06", "gpu_count=1")));
        assertEquals(512, step.workload().shape().sequenceLength().orElseThrow());
        assertEquals(8, step.workload().batchSize());
        assertEquals(8, step.workload().setup().gradientAccumulation().orElseThrow());
        assertEquals(Optional.of(Method.LORA), step.workload().setup().method());

        RunPoint iterations = Rows.usable(RUNS.read(
                Rows.run("model=x lora mb2 1k iters", "kind=latency_bound", "tokens_b=0.00023", "gpu_count=1")));
        assertEquals(115, iterations.workload().shape().sequenceLength().orElseThrow());
        assertEquals(2, iterations.workload().batchSize());
    }

    @Test
    void a_vision_run_is_known_by_its_images() {
        RunPoint point = Rows.usable(RUNS.read(Rows.run(
                "tokens_b=",
                "images_m=115.3",
                "params_b=0.02556",
                "fwd_gmacs=4.11",
                "fwd_macts=11.11",
                "precision=amp",
                "gpu_count=8")));
        assertEquals(115.3 * 110, point.workload().datasetSizeGb(), 1e-6);
        assertEquals(4.11, point.workload().shape().forwardPass().gmacs().orElseThrow());
    }

    @Test
    void rows_that_cannot_be_used_say_why() {
        assertEquals("no gpu_hours", Rows.reason(RUNS.read(Rows.run("gpu_hours="))));
        assertEquals(
                "neither tokens_b nor images_m: the work is not stated", Rows.reason(RUNS.read(Rows.run("tokens_b="))));
        assertEquals("gpu not known: X9", Rows.reason(RUNS.read(Rows.run("gpu=X9"))));
        assertEquals(
                "neither tokens_per_s nor throughput", Rows.reason(THROUGHPUTS.read(Rows.row("x.csv", "model=a"))));
        assertEquals("the run failed", Rows.reason(THROUGHPUTS.read(suite("resnet50", "T4", "0"))));
        assertEquals("workload not known: chess", Rows.reason(THROUGHPUTS.read(suite("chess", "T4", "10"))));
        assertEquals("gpu not known: Abacus", Rows.reason(THROUGHPUTS.read(suite("resnet50", "Abacus", "10"))));
        assertEquals(
                "no tokens_per_s, n_gpus or n_params",
                Rows.reason(THROUGHPUTS.read(Rows.row("x.csv", "tokens_per_s= n_gpus=8"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpu_hours=many",
                "gpu_hours=0",
                "gpu_hours=-5",
                "gpu_hours=NaN",
                "gpu_hours=1e400",
                "gpu_count=several",
                "gpu_count=0",
                "gpu_count=-8",
                "gpu_count=0.5",
                "gpu_count=2000000000",
                "tokens_b=1,000",
                "tokens_b=-1",
                "params_b=large",
                "params_b=0",
                "active_params_b=some"
            })
    void a_run_of_nonsense_is_not_used_and_its_column_is_named(String change) {
        String column = change.substring(0, change.indexOf('='));
        String reason = Rows.reason(RUNS.read(Rows.run(change)));
        assertTrue(reason.startsWith(column), reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"lora-s99999999999-x", "s0-x", "mb99999999999-1k-iters", "mb0-0k-iters", "mb999999-999999k-iters"
            })
    void a_step_whose_name_makes_no_sense_does_no_harm(String name) {
        var columns = new HashMap<>(Rows.run("kind=step_lora").columns());
        columns.put("model", name.replace('-', ' '));
        Reading<RunPoint> reading = RUNS.read(new MeasuredRow("runs.csv", columns));
        assertTrue(reading instanceof Reading.Unusable
                || Rows.usable(reading).workload().batchSize() >= 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tokens_per_s=fast",
                "tokens_per_s=0",
                "tokens_per_s=Infinity",
                "n_gpus=0.3",
                "n_gpus=some",
                "n_gpus=NaN",
                "n_params=",
                "n_params=many"
            })
    void a_throughput_of_nonsense_is_not_used(String change) {
        String row = "section=tuned seq_len=2048 n_gpus=8 gpu=A100_80GB tokens_per_s=27777.78 precision=amp_bf16 "
                + "global_batch=64 grad_accum=1 act_ckpt=False n_params=6658859008";
        Rows.usable(THROUGHPUTS.read(Rows.row("llm.csv", row)));
        assertTrue(
                Rows.reason(THROUGHPUTS.read(Rows.row("llm.csv", row, change))).startsWith("no "));
    }

    private static MeasuredRow suite(String workload, String gpu, String throughput) {
        return Rows.row(
                "suite.csv",
                "suite=v1 workload=" + workload + " precision=fp16 config_name=" + gpu + " num_gpu=1 throughput="
                        + throughput + " ok=True batch_size=64");
    }

    @Test
    void throughput_of_a_language_model_is_hours_per_billion_tokens() {
        MeasuredRow row = Rows.row(
                "llm.csv",
                "section=tuned model=7b seq_len=2048 n_gpus=8 gpu=A100_80GB tokens_per_s=27777.78 precision=amp_bf16 "
                        + "global_batch=64 grad_accum=1 act_ckpt=False n_params=6658859008");
        RunPoint point = Rows.usable(THROUGHPUTS.read(row));
        assertEquals(10, point.measuredHours(), 1e-4);
        assertEquals("tuned", point.source());
        assertTrue(point.relativeTo().isEmpty());
    }

    @Test
    void points_of_a_group_are_judged_by_how_well_they_tell_machines_apart() {
        var evaluation = new DurationEvaluation(Gpus.CATALOG);
        RunPoint slow = Rows.usable(THROUGHPUTS.read(suite("resnet50", "T4", "1")));
        RunPoint fast = Rows.usable(THROUGHPUTS.read(suite("resnet50", "box_1_A100-80GB_x", "7")));
        evaluation.add(slow);
        evaluation.add(fast);
        ErrorSummary summary = evaluation.summary();
        assertEquals(1, summary.within2xRatio());

        var alone = new DurationEvaluation(Gpus.CATALOG);
        alone.add(slow);
        assertEquals(0, alone.summary().medianRelativeError(), 1e-12);
    }

    @Test
    void absolute_hours_are_compared_as_they_are() {
        var evaluation = new DurationEvaluation(Gpus.CATALOG);
        evaluation.add(Rows.usable(RUNS.read(Rows.run())));
        ErrorSummary summary = evaluation.summary();
        assertTrue(summary.medianRelativeError() < 0.5, summary.toString());
        assertEquals(1, summary.within2xRatio());
    }
}
