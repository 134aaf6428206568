package ai.artenic.optimizer.domain.workload;

import ai.artenic.optimizer.domain.intake.Terms;
import ai.artenic.optimizer.domain.workload.UserEstimate.Reference;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Writes a workload as its fields, the reverse of [WorkloadReader]: what is unstated is left out, defaults are
/// spelled out.
public final class WorkloadFields {
    /// All the fields there can be, in their documented order.
    public static final List<String> NAMES = List.of(
            "dataset_size_gb",
            "model_params_m",
            "num_epochs",
            "batch_size",
            "framework",
            "gpu_required",
            "precision",
            "num_workers",
            "distributed",
            "estimated_hours",
            "reference",
            "architecture",
            "sequence_length",
            "num_layers",
            "hidden_size",
            "vocab_size",
            "intermediate_size",
            "num_attention_heads",
            "num_key_value_heads",
            "gated_mlp",
            "active_params_m",
            "forward_gmacs",
            "forward_activations_m",
            "method",
            "optimizer",
            "activation_checkpointing",
            "zero_stage",
            "gradient_accumulation",
            "mixed_precision",
            "flash_attention",
            "tokens_b",
            "checkpointing",
            "checkpoint_write_minutes",
            "restart_minutes",
            "dataset_region");

    /// Whole numbers below it are written digit by digit as they are.
    private static final double EXACT = 1L << 53;

    private final Map<String, Object> fields = new LinkedHashMap<>();

    private WorkloadFields() {}

    /// The fields in their documented order. Numbers are normalised (`50`, never `50.0`), so equal workloads have
    /// equal fields.
    public static Map<String, Object> of(Workload workload) {
        var writer = new WorkloadFields();
        writer.number("dataset_size_gb", workload.datasetSizeGb());
        writer.number("model_params_m", workload.modelParamsM());
        writer.number("num_epochs", workload.numEpochs());
        writer.number("batch_size", workload.batchSize());
        writer.put("framework", Terms.wire(workload.framework()));
        writer.put("gpu_required", workload.gpuRequired());
        writer.put("precision", Terms.wire(workload.precision()));
        writer.number("num_workers", workload.numWorkers());
        writer.put("distributed", workload.distributed());
        workload.userEstimate().ifPresent(writer::userEstimate);
        writer.shape(workload.shape());
        writer.setup(workload.setup());
        writer.resumption(workload.resumption());
        workload.datasetRegion().ifPresent(region -> writer.put("dataset_region", region));
        return writer.fields;
    }

    private void shape(ModelShape shape) {
        term("architecture", shape.architecture());
        number("sequence_length", shape.sequenceLength());
        number("num_layers", shape.numLayers());
        number("hidden_size", shape.hiddenSize());
        number("vocab_size", shape.vocabSize());
        number("intermediate_size", shape.block().intermediateSize());
        number("num_attention_heads", shape.block().attentionHeads());
        number("num_key_value_heads", shape.block().keyValueHeads());
        flag("gated_mlp", shape.block().gatedMlp());
        number("active_params_m", shape.activeParamsM());
        number("forward_gmacs", shape.forwardPass().gmacs());
        number("forward_activations_m", shape.forwardPass().activationsM());
    }

    private void setup(TrainingSetup setup) {
        term("method", setup.method());
        term("optimizer", setup.optimizer());
        flag("activation_checkpointing", setup.activationCheckpointing());
        number("zero_stage", setup.zeroStage());
        number("gradient_accumulation", setup.gradientAccumulation());
        flag("mixed_precision", setup.mixedPrecision());
        flag("flash_attention", setup.flashAttention());
        number("tokens_b", setup.tokensB());
    }

    private void resumption(Resumption resumption) {
        flag("checkpointing", resumption.checkpointing());
        number("checkpoint_write_minutes", resumption.checkpointWriteMinutes());
        number("restart_minutes", resumption.restartMinutes());
    }

    private void userEstimate(UserEstimate estimate) {
        number("estimated_hours", estimate.hours());
        switch (estimate.reference()) {
            case Reference.Unstated() -> {}
            case Reference.Vcpus(double vcpus) -> put("reference", Map.of("vcpus", normal(vcpus)));
            case Reference.Gpus(String type, double count) -> {
                var reference = new LinkedHashMap<String, Object>();
                reference.put("gpu_type", type);
                reference.put("gpu_count", normal(count));
                put("reference", reference);
            }
        }
    }

    private void term(String name, Optional<? extends Enum<?>> term) {
        term.ifPresent(value -> put(name, Terms.wire(value)));
    }

    private void flag(String name, Optional<Boolean> flag) {
        flag.ifPresent(value -> put(name, value));
    }

    private void number(String name, OptionalInt number) {
        number.ifPresent(value -> number(name, value));
    }

    private void number(String name, OptionalDouble number) {
        number.ifPresent(value -> number(name, value));
    }

    private void number(String name, double number) {
        put(name, normal(number));
    }

    private void put(String name, Object value) {
        fields.put(name, value);
    }

    private static BigDecimal normal(double number) {
        if (Math.abs(number) < EXACT && number == Math.rint(number)) {
            return BigDecimal.valueOf((long) number);
        }
        BigDecimal normal = BigDecimal.valueOf(number).stripTrailingZeros();
        return normal.scale() < 0 ? normal.setScale(0) : normal;
    }
}
