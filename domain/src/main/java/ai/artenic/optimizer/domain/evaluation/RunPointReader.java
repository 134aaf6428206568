package ai.artenic.optimizer.domain.evaluation;

import ai.artenic.optimizer.domain.intake.Bounds;
import ai.artenic.optimizer.domain.intake.RawObject;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads measured training runs and steps: language models by tokens, vision models by images, hours by GPU-hours.
public final class RunPointReader {
    /// A run without a stated number of GPUs is a large one.
    private static final int UNSTATED_GPUS = 256;
    private static final Bounds ANY = Bounds.between(0, 1e12);
    private static final Bounds POSITIVE = Bounds.between(1e-12, 1e12);
    private static final Bounds GPUS = Bounds.between(1, 1e6);
    private static final double GB_PER_MILLION_IMAGES = 110;
    private static final int SAMPLES_PER_GPU = 4;
    /// Of a step, the name states what no column does: tokens per sample ("lora s512"), or samples and iterations
    /// ("mb2 1k iters").
    private static final Pattern SEQUENCE = Pattern.compile(" s(\\d{1,9}) ");
    private static final Pattern ITERATIONS = Pattern.compile("mb(\\d{1,6}) (\\d{1,6})k iters");
    private static final Map<String, String> METHODS =
            Map.of("step_lora", "lora", "step_qlora", "qlora", "latency_bound", "lora");

    private final MeasuredMachines machines;

    /// @param gpus knows the GPUs the rows name
    public RunPointReader(GpuCatalog gpus) {
        this.machines = new MeasuredMachines(gpus);
    }

    /// What a run states in numbers.
    private record Stated(
            double hours,
            int gpus,
            double paramsM,
            OptionalDouble tokensB,
            OptionalDouble imagesM,
            OptionalDouble activeParamsM) {}

    /// The point of a row, or why there is none.
    public Reading<RunPoint> read(MeasuredRow row) {
        if (row.text("gpu_hours").isEmpty()) {
            return new Reading.Unusable<>("no gpu_hours");
        }
        boolean tokens =
                row.text("tokens_b").isPresent() && row.text("params_b").isPresent();
        if (!tokens && row.text("images_m").isEmpty()) {
            return new Reading.Unusable<>("neither tokens_b nor images_m: the work is not stated");
        }
        RawObject fields = row.fields();
        Stated stated = stated(fields, tokens);
        return switch (Reading.of(fields.conclude(() -> stated), read -> read)) {
            case Reading.Unusable<Stated>(String reason) -> new Reading.Unusable<>(reason);
            case Reading.Usable<Stated> read -> point(row, stated);
        };
    }

    private static Stated stated(RawObject fields, boolean tokens) {
        return new Stated(
                fields.number("gpu_hours", POSITIVE),
                fields.integer("gpu_count", GPUS, UNSTATED_GPUS),
                1e3 * (tokens ? fields.number("params_b", POSITIVE) : fields.number("params_b", ANY, 0)),
                tokens ? fields.optionalNumber("tokens_b", POSITIVE) : OptionalDouble.empty(),
                tokens ? OptionalDouble.empty() : fields.optionalNumber("images_m", POSITIVE),
                millions(fields.optionalNumber("active_params_b", POSITIVE)));
    }

    private static OptionalDouble millions(OptionalDouble billions) {
        return billions.isPresent() ? OptionalDouble.of(1e3 * billions.getAsDouble()) : billions;
    }

    private Reading<RunPoint> point(MeasuredRow row, Stated stated) {
        return machines.nodes(row.text("gpu").orElse(""), stated.gpus())
                .map(nodes -> Reading.of(
                        stated.tokensB().isPresent() ? languageModel(row, stated) : visionModel(row, stated),
                        workload -> new RunPoint(
                                row.text("kind").orElse(row.file()),
                                row.text("source").orElse(row.file()),
                                Optional.empty(),
                                workload,
                                nodes.machine(),
                                nodes.count(),
                                stated.hours() / stated.gpus())))
                .orElseGet(() -> new Reading.Unusable<>(
                        "gpu not known: " + row.text("gpu").orElse("none")));
    }

    private static Map<String, Object> languageModel(MeasuredRow row, Stated stated) {
        String kind = row.text("kind").orElse("");
        String name = " " + row.text("model").orElse("") + " ";
        double tokens = stated.tokensB().orElseThrow() * 1e9;
        var workload = common(row, stated)
                .set("architecture", "transformer")
                .set("method", METHODS.getOrDefault(kind, "full"))
                .set("tokens_b", tokens / 1e9)
                .set("model_params_m", stated.paramsM());
        stated.activeParamsM().ifPresent(active -> workload.set("active_params_m", active));
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
                    .set("batch_size", (double) each * stated.gpus())
                    .set("gradient_accumulation", 1)
                    .set("activation_checkpointing", false);
        }
        return workload.fields();
    }

    private static Map<String, Object> visionModel(MeasuredRow row, Stated stated) {
        return common(row, stated)
                .set("architecture", "cnn")
                .set("dataset_size_gb", stated.imagesM().orElseThrow() * GB_PER_MILLION_IMAGES)
                .set("model_params_m", stated.paramsM())
                .number("forward_gmacs", "fwd_gmacs")
                .number("forward_activations_m", "fwd_macts")
                .fields();
    }

    private static WorkloadColumns common(MeasuredRow row, Stated stated) {
        String precision = row.text("precision").orElse("bf16");
        boolean mixed = precision.equals("amp");
        return new WorkloadColumns(row)
                .set("framework", "pytorch")
                .set("gpu_required", true)
                .set("distributed", true)
                .set("dataset_size_gb", 1)
                .set("num_workers", 64)
                .set("batch_size", SAMPLES_PER_GPU * stated.gpus())
                .set("precision", mixed ? "fp16" : precision);
    }
}
