package ai.artenic.optimizer.domain.evaluation;

import ai.artenic.optimizer.domain.evaluation.MemoryPoint.Meter;
import ai.artenic.optimizer.domain.intake.Bounds;
import ai.artenic.optimizer.domain.intake.RawObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads measured peaks of GPU memory: language models (`measured_gib`), and vision models (`max_gpu_memory_mib`)
/// whose parameters and activations stand in a table of models by name.
public final class MemoryPointReader {
    private static final Bounds POSITIVE = Bounds.between(1e-6, 1e9);
    private static final Map<String, String> OPTIMIZERS =
            Map.of("adamw", "adamw", "adam", "adam", "adafactor", "adafactor", "adam8bit", "adamw_8bit", "sgd", "sgd");
    private static final Map<String, Meter> METERS = Map.of(
            "torch_max_allocated", Meter.ALLOCATED,
            "torch_peak", Meter.ALLOCATED,
            "torch_peak_active", Meter.ALLOCATED,
            "torch_max_reserved", Meter.RESERVED);

    private final Given given;
    private final Map<String, MeasuredRow> models;

    /// @param models rows of a table of vision models by name
    public MemoryPointReader(Given given, Map<String, MeasuredRow> models) {
        this.given = given;
        this.models = Map.copyOf(models);
    }

    /// The point of a row, or why there is none.
    public Reading<MemoryPoint> read(MeasuredRow row) {
        if (row.has("measured_gib")) {
            return unusable(row)
                    .<Reading<MemoryPoint>>map(Reading.Unusable::new)
                    .orElseGet(() -> languageModel(row));
        }
        return row.has("max_gpu_memory_mib")
                ? visionModel(row)
                : new Reading.Unusable<>("neither measured_gib nor max_gpu_memory_mib");
    }

    private static Optional<String> unusable(MeasuredRow row) {
        if (row.text("method").filter("inference"::equals).isPresent()) {
            return Optional.of("inference, not training");
        }
        if (row.text("optimizer").filter(name -> !OPTIMIZERS.containsKey(name)).isPresent()) {
            return Optional.of(
                    "optimizer not modelled: " + row.text("optimizer").orElseThrow());
        }
        if (row.text("ckpt").filter("2"::equals).isPresent()) {
            return Optional.of("selective checkpointing, neither on nor off");
        }
        return row.text("quality").filter(quality -> !quality.equals("ok")).map(quality -> "quality " + quality);
    }

    private Reading<MemoryPoint> languageModel(MeasuredRow row) {
        RawObject fields = row.fields();
        double measured = fields.number("measured_gib", POSITIVE);
        int gpus = fields.integer("gpus", Bounds.between(1, 100_000), 1);
        int batch = fields.integer("batch", Bounds.between(1, 1e6), 1);
        String source = row.text("source").orElse(row.file());
        Meter meter = METERS.getOrDefault(row.text("metric").orElse(""), Meter.DEVICE);
        return switch (Reading.of(fields.conclude(() -> true), read -> read)) {
            case Reading.Unusable<Boolean>(String reason) -> new Reading.Unusable<>(reason);
            case Reading.Usable<Boolean> read ->
                Reading.of(
                        workload(row, (double) batch * gpus),
                        workload -> new MemoryPoint(source, workload, gpus, measured, meter));
        };
    }

    private Map<String, Object> workload(MeasuredRow row, double batch) {
        var workload = new WorkloadColumns(row)
                .set("framework", "pytorch")
                .set("gpu_required", true)
                .set("dataset_size_gb", 1)
                .set("batch_size", batch)
                .number("model_params_m", "params_m");
        String precision = row.text("precision").orElse("fp32");
        boolean masters = precision.contains("mixed") || precision.contains("master");
        workload.set("precision", precision.replaceAll("-.*", ""));
        if (given == Given.PARAMS) {
            return workload.set("gradient_accumulation", 1).fields();
        }
        workload.set("gradient_accumulation", 1)
                .text("method", "method")
                .number("sequence_length", "seq")
                .number("zero_stage", "zero_stage")
                .flag("activation_checkpointing", "ckpt")
                .flag("flash_attention", "flash");
        row.text("optimizer").map(OPTIMIZERS::get).ifPresent(optimizer -> workload.set("optimizer", optimizer));
        if (masters || row.text("zero_stage").orElse("0").equals("0")) {
            workload.set("mixed_precision", masters);
        }
        return given == Given.SETUP ? workload.fields() : architecture(workload);
    }

    private static Map<String, Object> architecture(WorkloadColumns workload) {
        return workload.set("architecture", "transformer")
                .number("hidden_size", "hidden")
                .number("num_layers", "layers")
                .number("intermediate_size", "ffn")
                .number("vocab_size", "vocab")
                .number("num_attention_heads", "heads")
                .number("num_key_value_heads", "kv_heads")
                .flag("gated_mlp", "gated_mlp")
                .fields();
    }

    private Reading<MemoryPoint> visionModel(MeasuredRow row) {
        if (!row.text("clean").orElse("true").equalsIgnoreCase("true")) {
            return new Reading.Unusable<>("marked as not clean (a feasibility test, or near the card's limit)");
        }
        MeasuredRow model = models.get(row.text("model").orElse(""));
        if (model == null) {
            return new Reading.Unusable<>("no table of models names the parameters of this model");
        }
        RawObject fields = row.fields();
        double measured = fields.number("max_gpu_memory_mib", POSITIVE) / 1024;
        var workload = new LinkedHashMap<>(new WorkloadColumns(model)
                .set("framework", "pytorch")
                .set("gpu_required", true)
                .set("dataset_size_gb", 1)
                .set("architecture", "cnn")
                .number("model_params_m", "params_m")
                .fields());
        workload.putAll(
                new WorkloadColumns(row).number("batch_size", "batch_size").fields());
        if (given == Given.ALL) {
            workload.putAll(new WorkloadColumns(model)
                    .number("forward_gmacs", "fwd_gmacs_per_img")
                    .number("forward_activations_m", "fwd_macts_m_per_img")
                    .fields());
        }
        return Reading.of(workload, made -> new MemoryPoint(row.file(), made, 1, measured, Meter.DEVICE));
    }
}
