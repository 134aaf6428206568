package ai.artenic.optimizer.domain.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.intake.RawObject;
import ai.artenic.optimizer.domain.intake.Violation;
import ai.artenic.optimizer.domain.workload.UserEstimate.Reference;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkloadTest {
    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static List<Violation> violations(Map<String, ?> fields) {
        RawObject raw = RawObject.root(fields);
        Workload workload = WorkloadReader.read(raw);
        return raw.conclude(() -> workload) instanceof Intake.Refused<Workload>(var found) ? found : List.of();
    }

    @Test
    void four_fields_make_a_workload_and_the_rest_has_documented_defaults() {
        Workload workload = Workloads.of(
                Map.of("dataset_size_gb", 1, "model_params_m", 2, "framework", "jax", "gpu_required", true));
        assertEquals(1, workload.numEpochs());
        assertEquals(32, workload.batchSize());
        assertEquals(4, workload.numWorkers());
        assertEquals(Precision.FP32, workload.precision());
        assertEquals(false, workload.distributed());
        assertEquals(ModelShape.UNSTATED, workload.shape());
        assertEquals(TrainingSetup.UNSTATED, workload.setup());
        assertEquals(Resumption.UNSTATED, workload.resumption());
        assertEquals(2e6, workload.params());
    }

    @Test
    void every_missing_or_wrong_field_is_named_at_once() {
        Map<String, Object> fields = new LinkedHashMap<>(Map.of("model_params_m", -1, "batch_size", 0));
        fields.put("precision", "bf61");
        fields.put("num_layer", 3);
        assertEquals(
                List.of(
                        "/dataset_size_gb",
                        "/model_params_m",
                        "/batch_size",
                        "/framework",
                        "/gpu_required",
                        "/precision",
                        "/num_layer"),
                violations(fields).stream().map(Violation::pointer).toList());
    }

    @Test
    void a_reference_without_hours_or_with_two_kinds_of_hardware_is_refused() {
        Map<String, Object> fields = Workloads.lora7bFields();
        fields.put("reference", Map.of("gpu_type", "T4", "vcpus", 8));
        assertEquals(
                List.of(
                        new Violation("/reference", "must name either gpu_type (with gpu_count) or vcpus"),
                        new Violation("/reference", "is given without estimated_hours")),
                violations(fields));
    }

    @Test
    void a_users_estimate_refers_to_the_hardware_it_names() {
        assertEquals(
                new UserEstimate(3, new Reference.Gpus("T4", 2)),
                Workloads.with(Map.of("estimated_hours", 3, "reference", Map.of("gpu_type", "T4", "gpu_count", 2)))
                        .userEstimate()
                        .orElseThrow());
        assertEquals(
                new UserEstimate(3, new Reference.Vcpus(16)),
                Workloads.with(Map.of("estimated_hours", 3, "reference", Map.of("vcpus", 16)))
                        .userEstimate()
                        .orElseThrow());
        assertEquals(
                new UserEstimate(3, new Reference.Unstated()),
                Workloads.with(Map.of("estimated_hours", 3)).userEstimate().orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_workload_written_as_fields_is_read_back_equal(long seed) {
        Workload workload = Workloads.of(Workloads.seededFields(seed));
        Map<String, Object> written = WorkloadFields.of(workload);
        assertEquals(workload, Workloads.of(written));
        assertTrue(
                WorkloadReader.fieldNames().containsAll(written.keySet()),
                written.keySet().toString());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void equal_workloads_have_equal_hashes_and_any_change_another(long seed) {
        Map<String, Object> fields = Workloads.seededFields(seed);
        Workload workload = Workloads.of(fields);
        WorkloadHash hash = WorkloadHash.of(workload);
        assertEquals(64, hash.hex().length());
        assertEquals(hash, WorkloadHash.of(Workloads.of(WorkloadFields.of(workload))));
        fields.put("num_epochs", workload.numEpochs() + 1);
        assertNotEquals(hash, WorkloadHash.of(Workloads.of(fields)));
    }

    @Test
    void how_a_number_is_written_does_not_change_the_hash() {
        assertEquals(
                WorkloadHash.of(Workloads.with(Map.of("dataset_size_gb", 50))),
                WorkloadHash.of(Workloads.with(Map.of("dataset_size_gb", new BigDecimal("50.000")))));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 50, 120_000, 1e9, 999_999_999.5, 0.1, 7.25, 1e-7})
    void a_number_is_written_in_the_fewest_digits_that_tell_it(double size) {
        Object written = WorkloadFields.of(Workloads.with(Map.of("dataset_size_gb", size)))
                .get("dataset_size_gb");
        String digits =
                new BigDecimal(Double.toString(size)).stripTrailingZeros().toPlainString();
        assertEquals(new BigDecimal(digits), written);
    }

    @Test
    void alike_workloads_share_a_query_group_and_unlike_ones_do_not() {
        QueryId group = QueryId.of(Workloads.lora7b());
        assertEquals(group, QueryId.of(Workloads.with(Map.of("dataset_size_gb", 55))));
        assertEquals(group, QueryId.of(Workloads.with(Map.of("num_workers", 2, "sequence_length", 512))));
        assertNotEquals(group, QueryId.of(Workloads.with(Map.of("dataset_size_gb", 500))));
        assertNotEquals(group, QueryId.of(Workloads.with(Map.of("method", "full"))));
        assertNotEquals(group, QueryId.of(Workloads.with(Map.of("precision", "fp16"))));
        assertNotEquals(group, QueryId.of(Workloads.with(Map.of("distributed", true))));
    }

    @Test
    void frameworks_and_precisions_keep_their_numbers() {
        assertEquals(0, Framework.PYTORCH.id());
        assertEquals(1, Framework.TENSORFLOW.id());
        assertEquals(2, Framework.JAX.id());
        assertEquals(8, Framework.OTHER.id());
        assertEquals(0, Precision.FP32.id());
        assertEquals(1, Precision.FP16.id());
        assertEquals(2, Precision.BF16.id());
        assertEquals(5, Precision.INT8.id());
    }
}
