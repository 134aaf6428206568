package ai.artenic.optimizer.domain.workload;

import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.intake.RawObject;
import ai.artenic.optimizer.domain.intake.Terms;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/// Workloads for tests, made the way users make them: out of fields.
public final class Workloads {
    private Workloads() {}

    /// Fine-tuning a 7B language model with LoRA in bf16.
    public static Workload lora7b() {
        return of(lora7bFields());
    }

    public static Map<String, Object> lora7bFields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("dataset_size_gb", 50);
        fields.put("model_params_m", 7000);
        fields.put("num_epochs", 3);
        fields.put("batch_size", 32);
        fields.put("framework", "pytorch");
        fields.put("gpu_required", true);
        fields.put("precision", "bf16");
        fields.put("num_workers", 8);
        fields.put("method", "lora");
        fields.put("sequence_length", 2048);
        fields.put("checkpointing", true);
        return fields;
    }

    /// Gradient-boosted trees on a table of 20 GB.
    public static Workload trees() {
        return of(Map.of("dataset_size_gb", 20, "model_params_m", 0, "framework", "xgboost", "gpu_required", false));
    }

    /// A ResNet-50 on images, in fp16.
    public static Workload resnet() {
        return of(Map.of(
                "dataset_size_gb",
                140,
                "model_params_m",
                25.6,
                "framework",
                "pytorch",
                "gpu_required",
                true,
                "precision",
                "fp16",
                "num_workers",
                16,
                "num_epochs",
                90,
                "batch_size",
                256));
    }

    /// The workload of these fields, which must be valid.
    public static Workload of(Map<String, ?> fields) {
        RawObject raw = RawObject.root(fields);
        Workload workload = WorkloadReader.read(raw);
        return switch (raw.conclude(() -> workload)) {
            case Intake.Accepted<Workload>(Workload accepted) -> accepted;
            case Intake.Refused<Workload>(var violations) -> throw new AssertionError(violations.toString());
        };
    }

    /// Fields of lora7b with some replaced.
    public static Workload with(Map<String, ?> changes) {
        Map<String, Object> fields = lora7bFields();
        fields.putAll(changes);
        return of(fields);
    }

    /// Fields of a valid workload in which every optional field may be stated or not.
    public static Map<String, Object> seededFields(long seed) {
        var random = new SplittableRandom(seed);
        var fields = new LinkedHashMap<String, Object>();
        fields.put("dataset_size_gb", Math.rint(random.nextDouble() * 1e5) / 100);
        fields.put("model_params_m", random.nextInt(4) == 0 ? 0 : Math.rint(Math.pow(10, random.nextDouble() * 5)));
        fields.put("framework", pick(random, Framework.class));
        fields.put("gpu_required", random.nextBoolean());
        maybe(random, fields, "num_epochs", 1 + random.nextInt(100));
        maybe(random, fields, "batch_size", 1 + random.nextInt(4096));
        maybe(random, fields, "precision", pick(random, Precision.class));
        maybe(random, fields, "num_workers", random.nextInt(64));
        maybe(random, fields, "distributed", random.nextBoolean());
        maybe(random, fields, "architecture", pick(random, Architecture.class));
        maybe(random, fields, "sequence_length", 1 + random.nextInt(8192));
        maybe(random, fields, "num_layers", 1 + random.nextInt(100));
        maybe(random, fields, "hidden_size", 1 + random.nextInt(10_000));
        maybe(random, fields, "vocab_size", 1 + random.nextInt(200_000));
        maybe(random, fields, "method", pick(random, Method.class));
        maybe(random, fields, "optimizer", pick(random, Optimizer.class));
        maybe(random, fields, "activation_checkpointing", random.nextBoolean());
        maybe(random, fields, "zero_stage", random.nextInt(4));
        maybe(random, fields, "gradient_accumulation", 1 + random.nextInt(64));
        maybe(random, fields, "tokens_b", random.nextDouble() * 1000);
        maybe(random, fields, "checkpointing", random.nextBoolean());
        maybe(random, fields, "checkpoint_write_minutes", random.nextDouble() * 30);
        maybe(random, fields, "restart_minutes", random.nextDouble() * 30);
        maybe(random, fields, "dataset_region", "eu-west-" + random.nextInt(4));
        if (random.nextBoolean()) {
            fields.put("estimated_hours", 0.5 + random.nextDouble() * 100);
            maybe(random, fields, "reference", Map.of("gpu_type", "H100", "gpu_count", 1 + random.nextInt(8)));
        }
        return fields;
    }

    private static void maybe(SplittableRandom random, Map<String, Object> fields, String name, Object value) {
        if (random.nextBoolean()) {
            fields.put(name, value);
        }
    }

    private static <E extends Enum<E>> String pick(SplittableRandom random, Class<E> terms) {
        return Terms.wire(terms.getEnumConstants()[random.nextInt(terms.getEnumConstants().length)]);
    }
}
