package ai.artenic.optimizer.domain.workload;

import ai.artenic.optimizer.domain.intake.Bounds;
import ai.artenic.optimizer.domain.intake.RawObject;
import ai.artenic.optimizer.domain.workload.UserEstimate.Reference;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Reads a workload out of its fields, noting every mistake. The field names are those of the HTTP contract.
public final class WorkloadReader {
    private static final Bounds FROM_ONE = Bounds.between(1, Integer.MAX_VALUE);
    /// An exabyte and a quadrillion parameters: beyond them a figure is a slip of the keyboard.
    private static final Bounds SIZE = Bounds.between(0, 1e9);

    private static final Bounds WORK = Bounds.between(1e-9, 1e9);

    private WorkloadReader() {}

    /// The workload; meaningful only if `fields` then concludes without a violation.
    public static Workload read(RawObject fields) {
        var workload = new Workload(
                fields.number("dataset_size_gb", SIZE),
                fields.number("model_params_m", SIZE),
                fields.integer("num_epochs", FROM_ONE, Workload.DEFAULT_NUM_EPOCHS),
                fields.integer("batch_size", FROM_ONE, Workload.DEFAULT_BATCH_SIZE),
                fields.choice("framework", Framework.class),
                fields.flag("gpu_required"),
                fields.choice("precision", Precision.class, Workload.DEFAULT_PRECISION),
                fields.integer("num_workers", Bounds.between(0, 10_000), Workload.DEFAULT_NUM_WORKERS),
                fields.flag("distributed", false),
                userEstimate(fields),
                shape(fields),
                setup(fields),
                resumption(fields),
                fields.text("dataset_region"));
        if (workload.shape().activeParamsM().orElse(0) > workload.modelParamsM()) {
            fields.refuse("active_params_m", "must not exceed model_params_m");
        }
        fields.refuseUnknownFields();
        return workload;
    }

    private static ModelShape shape(RawObject fields) {
        return new ModelShape(
                fields.optionalChoice("architecture", Architecture.class),
                fields.optionalInteger("sequence_length", Bounds.between(1, 100_000_000)),
                fields.optionalInteger("num_layers", Bounds.between(1, 100_000)),
                fields.optionalInteger("hidden_size", Bounds.between(1, 10_000_000)),
                fields.optionalInteger("vocab_size", Bounds.between(1, 100_000_000)),
                block(fields),
                new ForwardPass(
                        fields.optionalNumber("forward_gmacs", WORK),
                        fields.optionalNumber("forward_activations_m", WORK)),
                fields.optionalNumber("active_params_m", WORK));
    }

    private static TransformerBlock block(RawObject fields) {
        var block = new TransformerBlock(
                fields.optionalInteger("intermediate_size", Bounds.between(1, 10_000_000)),
                fields.optionalInteger("num_attention_heads", Bounds.between(1, 100_000)),
                fields.optionalInteger("num_key_value_heads", Bounds.between(1, 100_000)),
                fields.optionalFlag("gated_mlp"));
        if (block.keyValueHeads().orElse(0) > block.attentionHeads().orElse(Integer.MAX_VALUE)) {
            fields.refuse("num_key_value_heads", "must not exceed num_attention_heads");
        }
        return block;
    }

    private static TrainingSetup setup(RawObject fields) {
        return new TrainingSetup(
                fields.optionalChoice("method", Method.class),
                fields.optionalChoice("optimizer", Optimizer.class),
                fields.optionalFlag("activation_checkpointing"),
                fields.optionalInteger("zero_stage", Bounds.between(0, 3)),
                fields.optionalInteger("gradient_accumulation", FROM_ONE),
                fields.optionalFlag("mixed_precision"),
                fields.optionalFlag("flash_attention"),
                fields.optionalNumber("tokens_b", WORK));
    }

    private static Resumption resumption(RawObject fields) {
        return new Resumption(
                fields.optionalFlag("checkpointing"),
                fields.optionalNumber("checkpoint_write_minutes", Bounds.between(0, 10_000)),
                fields.optionalNumber("restart_minutes", Bounds.between(0, 10_000)));
    }

    private static Optional<UserEstimate> userEstimate(RawObject fields) {
        OptionalDouble hours = fields.optionalNumber("estimated_hours", Bounds.between(0.0001, 1e6));
        Optional<Reference> reference = fields.object("reference").map(object -> reference(fields, object));
        if (hours.isEmpty() && reference.isPresent()) {
            fields.refuse("reference", "is given without estimated_hours");
        }
        return hours.isEmpty()
                ? Optional.empty()
                : Optional.of(new UserEstimate(hours.getAsDouble(), reference.orElse(new Reference.Unstated())));
    }

    private static Reference reference(RawObject workload, RawObject fields) {
        Optional<String> gpuType = fields.text("gpu_type");
        double gpuCount = fields.number("gpu_count", Bounds.between(0.01, 100_000), 1);
        OptionalDouble vcpus = fields.optionalNumber("vcpus", Bounds.between(0.01, 1_000_000));
        fields.refuseUnknownFields();
        if (gpuType.isPresent() == vcpus.isPresent()) {
            workload.refuse("reference", "must name either gpu_type (with gpu_count) or vcpus");
        }
        return vcpus.isPresent()
                ? new Reference.Vcpus(vcpus.getAsDouble())
                : new Reference.Gpus(gpuType.orElse(""), gpuCount);
    }

    /// The names of all fields of a workload, for hints and documentation.
    public static List<String> fieldNames() {
        return WorkloadFields.NAMES;
    }
}
