package ai.artenic.optimizer.domain.evaluation;

import ai.artenic.optimizer.domain.offer.GpuCatalog;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads measured training runs and steps: language models by tokens, vision models by images, hours by GPU-hours.
public final class RunPointReader {
    /// A run without a stated number of GPUs is a large one.
    private static final int UNSTATED_GPUS = 256;
    private static final double GB_PER_MILLION_IMAGES = 110;
    private static final int SAMPLES_PER_GPU = 4;
    /// Of a step, the name states what no column does: tokens per sample ("lora s512"), or samples and iterations
    /// ("mb2 1k iters").
    private static final Pattern SEQUENCE = Pattern.compile(" s(\\d+) ");
    private static final Pattern ITERATIONS = Pattern.compile("mb(\\d+) (\\d+)k iters");
    private static final Map<String, String> METHODS =
            Map.of("step_lora", "lora", "step_qlora", "qlora", "latency_bound", "lora");

    private final MeasuredMachines machines;

    /// @param gpus knows the GPUs the rows name
    public RunPointReader(GpuCatalog gpus) {
        this.machines = new MeasuredMachines(gpus);
    }

    /// The point of a row, or why there is none.
    public Reading<RunPoint> read(MeasuredRow row) {
        Optional<String> hours = row.text("gpu_hours");
        if (hours.isEmpty()) {
            return new Reading.Unusable<>("no gpu_hours");
        }
        boolean tokens =
                row.text("tokens_b").isPresent() && row.text("params_b").isPresent();
        if (!tokens && row.text("images_m").isEmpty()) {
            return new Reading.Unusable<>("neither tokens_b nor images_m: the work is not stated");
        }
        int gpus =
                row.text("gpu_count").map(Double::valueOf).map(Double::intValue).orElse(UNSTATED_GPUS);
        return machines.nodes(row.text("gpu").orElse(""), gpus)
                .map(nodes -> Reading.of(
                        tokens ? languageModel(row, gpus) : visionModel(row, gpus),
                        workload -> new RunPoint(
                                row.text("kind").orElse(row.file()),
                                Optional.empty(),
                                workload,
                                nodes.machine(),
                                nodes.count(),
                                Double.parseDouble(hours.get()) / gpus)))
                .orElseGet(() -> new Reading.Unusable<>(
                        "gpu not known: " + row.text("gpu").orElse("none")));
    }

    private static Map<String, Object> languageModel(MeasuredRow row, int gpus) {
        String kind = row.text("kind").orElse("");
        String name = " " + row.text("model").orElse("") + " ";
        double tokens = Double.parseDouble(row.text("tokens_b").orElseThrow()) * 1e9;
        var workload = common(row, gpus)
                .set("architecture", "transformer")
                .set("method", METHODS.getOrDefault(kind, "full"))
                .set("tokens_b", tokens / 1e9)
                .set("model_params_m", millions(row, "params_b"));
        row.text("active_params_b")
                .ifPresent(active -> workload.set("active_params_m", millions(row, "active_params_b")));
        Matcher sequence = SEQUENCE.matcher(name);
        Matcher iterations = ITERATIONS.matcher(name);
        if (sequence.find()) {
            int length = Integer.parseInt(sequence.group(1));
            int samples = (int) Math.max(1, Math.rint(tokens / length));
            workload.set("sequence_length", length)
                    .set("batch_size", samples)
                    .set("gradient_accumulation", samples)
                    .set("activation_checkpointing", true);
        } else if (iterations.find()) {
            int each = Integer.parseInt(iterations.group(1));
            double samples = 1000.0 * each * Integer.parseInt(iterations.group(2));
            workload.set("sequence_length", (int) Math.max(1, Math.rint(tokens / samples)))
                    .set("batch_size", each * gpus)
                    .set("gradient_accumulation", 1)
                    .set("activation_checkpointing", false);
        }
        return workload.fields();
    }

    private static Map<String, Object> visionModel(MeasuredRow row, int gpus) {
        double images = Double.parseDouble(row.text("images_m").orElseThrow());
        return common(row, gpus)
                .set("architecture", "cnn")
                .set("dataset_size_gb", images * GB_PER_MILLION_IMAGES)
                .set("model_params_m", millions(row, "params_b"))
                .number("forward_gmacs", "fwd_gmacs")
                .number("forward_activations_m", "fwd_macts")
                .fields();
    }

    private static WorkloadColumns common(MeasuredRow row, int gpus) {
        String precision = row.text("precision").orElse("bf16");
        boolean mixed = precision.equals("amp");
        return new WorkloadColumns(row)
                .set("framework", "pytorch")
                .set("gpu_required", true)
                .set("distributed", true)
                .set("dataset_size_gb", 1)
                .set("num_workers", 64)
                .set("batch_size", SAMPLES_PER_GPU * gpus)
                .set("precision", mixed ? "fp16" : precision);
    }

    private static double millions(MeasuredRow row, String column) {
        return row.text(column).map(Double::valueOf).orElse(0.0) * 1e3;
    }
}
