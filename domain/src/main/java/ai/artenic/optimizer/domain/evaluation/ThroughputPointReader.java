package ai.artenic.optimizer.domain.evaluation;

import ai.artenic.optimizer.domain.intake.Bounds;
import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.intake.RawObject;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads measured throughputs: of language models in tokens per second, which are absolute; and of a benchmark
/// suite in units of its own, which tell GPUs apart.
public final class ThroughputPointReader {
    /// What is publicly known of the suite's models. Recurrent and speech models are described by their parameters
    /// only.
    private static final Map<String, Map<String, Object>> SUITE = suite();

    private static final Bounds POSITIVE = Bounds.between(1e-12, 1e15);
    private static final int MOST_GPUS = 1_000_000;

    private final MeasuredMachines machines;

    /// @param gpus knows the GPUs the rows name
    public ThroughputPointReader(GpuCatalog gpus) {
        this.machines = new MeasuredMachines(gpus);
    }

    /// The point of a row, or why there is none.
    public Reading<RunPoint> read(MeasuredRow row) {
        if (row.has("tokens_per_s")) {
            return languageModel(row);
        }
        return row.has("throughput") ? suiteModel(row) : new Reading.Unusable<>("neither tokens_per_s nor throughput");
    }

    private Reading<RunPoint> languageModel(MeasuredRow row) {
        Optional<Double> rate = positive(row, "tokens_per_s");
        Optional<Integer> count = gpus(row, "n_gpus");
        Optional<Double> params = positive(row, "n_params");
        if (rate.isEmpty() || count.isEmpty() || params.isEmpty()) {
            return new Reading.Unusable<>("no tokens_per_s, n_gpus or n_params");
        }
        String precision = row.text("precision").orElse("bf16");
        var workload = base(row)
                .set("architecture", "transformer")
                .set("method", "full")
                .set("precision", precision.replace("amp_", ""))
                .set("mixed_precision", precision.startsWith("amp"))
                .set("tokens_b", 1)
                .set("model_params_m", params.get() / 1e6)
                .number("sequence_length", "seq_len")
                .number("batch_size", "global_batch")
                .number("gradient_accumulation", "grad_accum")
                .flag("activation_checkpointing", "act_ckpt");
        double hours = 1e9 / rate.get() / 3600;
        return point(row, row.text("gpu").orElse(""), count.get(), workload.fields(), Optional.empty(), hours);
    }

    private Reading<RunPoint> suiteModel(MeasuredRow row) {
        Optional<Double> rate = positive(row, "throughput");
        Optional<Integer> count = gpus(row, "num_gpu");
        if (row.text("ok").filter(ok -> ok.equalsIgnoreCase("false")).isPresent()
                || rate.isEmpty()
                || count.isEmpty()) {
            return new Reading.Unusable<>("the run failed");
        }
        String name = row.text("workload").orElse("");
        Map<String, Object> model = SUITE.get(name);
        if (model == null) {
            return new Reading.Unusable<>("workload not known: " + name);
        }
        // The suite's containers compute fp32 on tensor units where a GPU has them for it.
        String precision = row.text("precision").filter("fp16"::equals).orElse("tf32");
        var fields = new LinkedHashMap<>(base(row).set("precision", precision).fields());
        fields.putAll(model);
        int gpus = count.get();
        fields.put("batch_size", positive(row, "batch_size").orElse(32.0) * gpus);
        String group = String.join("/", row.text("suite").orElse(""), name, precision);
        return point(row, row.text("config_name").orElse(""), gpus, fields, Optional.of(group), 1 / rate.get());
    }

    private Reading<RunPoint> point(
            MeasuredRow row, String gpu, int gpus, Map<String, Object> fields, Optional<String> group, double hours) {
        String source = group.orElseGet(() -> row.text("section").orElse(row.file()));
        return machines.nodes(gpu, gpus)
                .map(nodes -> Reading.of(
                        fields,
                        workload ->
                                new RunPoint(source, source, group, workload, nodes.machine(), nodes.count(), hours)))
                .orElseGet(() -> new Reading.Unusable<>("gpu not known: " + gpu));
    }

    private static WorkloadColumns base(MeasuredRow row) {
        return new WorkloadColumns(row)
                .set("framework", "pytorch")
                .set("gpu_required", true)
                .set("distributed", true)
                .set("dataset_size_gb", 1)
                .set("num_workers", 64);
    }

    private static Optional<Double> positive(MeasuredRow row, String column) {
        RawObject fields = row.fields();
        double number = fields.number(column, POSITIVE);
        return switch (fields.conclude(() -> number)) {
            case Intake.Accepted<Double>(Double accepted) -> Optional.of(accepted);
            case Intake.Refused<Double> _ -> Optional.empty();
        };
    }

    private static Optional<Integer> gpus(MeasuredRow row, String column) {
        return positive(row, column)
                .filter(count -> count >= 1 && count <= MOST_GPUS)
                .map(Double::intValue);
    }

    private static Map<String, Map<String, Object>> suite() {
        var suite = new HashMap<String, Map<String, Object>>();
        suite.put("resnet50", vision(25.6, 4.1, 11.1));
        suite.put("ssd", vision(25, 9.6, 24));
        suite.put("bert_base_squad", transformer(110, 384));
        suite.put("bert_large_squad", transformer(336, 384));
        suite.put("transformerxlbase", transformer(192, 192));
        suite.put("transformerxllarge", transformer(277, 384));
        suite.put("gnmt", Map.of("architecture", "rnn", "model_params_m", 160));
        suite.put("tacotron2", Map.of("architecture", "rnn", "model_params_m", 28));
        suite.put("waveglow", Map.of("architecture", "cnn", "model_params_m", 88));
        suite.put("ncf", Map.of("architecture", "mlp", "model_params_m", 31));
        return suite;
    }

    private static Map<String, Object> vision(double paramsM, double gmacs, double activationsM) {
        return Map.of(
                "architecture", "cnn",
                "model_params_m", paramsM,
                "forward_gmacs", gmacs,
                "forward_activations_m", activationsM);
    }

    private static Map<String, Object> transformer(double paramsM, int sequence) {
        return Map.of(
                "architecture",
                "transformer",
                "method",
                "full",
                "model_params_m",
                paramsM,
                "sequence_length",
                sequence,
                "gradient_accumulation",
                1,
                "tokens_b",
                1);
    }
}
