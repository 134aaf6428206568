package ai.artenic.optimizer.adapters.http.openapi;

import ai.artenic.optimizer.domain.ranking.Constraints;
import ai.artenic.optimizer.domain.ranking.Goal;
import ai.artenic.optimizer.domain.ranking.Mode;
import ai.artenic.optimizer.domain.ranking.RecommendRequest;
import ai.artenic.optimizer.domain.workload.Architecture;
import ai.artenic.optimizer.domain.workload.Framework;
import ai.artenic.optimizer.domain.workload.Method;
import ai.artenic.optimizer.domain.workload.Optimizer;
import ai.artenic.optimizer.domain.workload.Precision;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/// Schemas of what is read from bodies. The readers are in the domain; a test holds every bound here against them.
public final class RequestSchemas {
    public static final String RECOMMEND = "RecommendRequest";
    public static final String COMPARE = CompareSchemas.COMPARE;
    public static final String SWEEP = SweepSchemas.SWEEP;
    public static final String OUTCOME = OutcomeSchemas.OUTCOME;
    public static final String RETRAIN = RetrainSchemas.RETRAIN;
    public static final String WORKLOAD = "Workload";
    public static final String CONSTRAINTS = "Constraints";
    public static final String REFERENCE = "Reference";
    private static final double SIZE_MOST = 1e9;
    private static final double LIMIT_MOST = 1e12;
    private static final int MINUTES_MOST = 10_000;

    private RequestSchemas() {}

    static Map<String, ObjectNode> all() {
        var schemas = new LinkedHashMap<String, ObjectNode>();
        schemas.put(RECOMMEND, recommend());
        schemas.put(WORKLOAD, workload());
        schemas.put(CONSTRAINTS, constraints());
        schemas.put(REFERENCE, reference());
        schemas.put(COMPARE, CompareSchemas.compare());
        schemas.putAll(SweepSchemas.all());
        schemas.putAll(OutcomeSchemas.all());
        schemas.putAll(RetrainSchemas.all());
        return schemas;
    }

    /// A body that is valid by the schema of this name.
    public static ObjectNode example(String schema) {
        return switch (schema) {
            case RECOMMEND -> recommendExample();
            case COMPARE -> CompareSchemas.example();
            case SWEEP -> SweepSchemas.example();
            case OUTCOME -> OutcomeSchemas.example();
            case RETRAIN -> RetrainSchemas.example();
            default -> throw new IllegalArgumentException("no example of " + schema);
        };
    }

    /// The fields of the schema of this name that are no objects, as query parameters.
    ///
    /// @param prefix of their names
    public static List<FieldParameter> parameters(String schema, String prefix) {
        return FieldParameter.of(Objects.requireNonNull(all().get(schema)), prefix);
    }

    private static ObjectNode recommendExample() {
        ObjectNode example = FieldSchemas.NODES.objectNode();
        example.set("workload", workloadExample());
        return example.put("goal", "cost").put("top_n", 3).put("persist", false);
    }

    static ObjectNode workloadExample() {
        return FieldSchemas.NODES
                .objectNode()
                .put("dataset_size_gb", 50)
                .put("model_params_m", 7_000)
                .put("num_epochs", 3)
                .put("framework", "pytorch")
                .put("gpu_required", true)
                .put("precision", "bf16")
                .put("method", "lora")
                .put("sequence_length", 2_048);
    }

    private static ObjectNode recommend() {
        return new FieldSchemas("A question to the Training Advisor; only the workload must be given.")
                .requireObject("workload", WORKLOAD)
                .object("constraints", CONSTRAINTS, "what to rule out")
                .choice("goal", Goal.class, "what matters most")
                .otherwise("goal", "cost")
                .choice("mode", Mode.class, "which ranker; auto takes the best there is")
                .otherwise("mode", "auto")
                .integer("top_n", 1, RecommendRequest.MOST_TOP_N, "how many candidates to answer with")
                .otherwise("top_n", RecommendRequest.DEFAULT_TOP_N)
                .text("job_id", 36, "your own id of the job; a job has at most one kept recommendation")
                .flag("persist", "whether the answer is kept, so that an outcome can refer to it")
                .otherwise("persist", true)
                .schema();
    }

    private static ObjectNode workload() {
        FieldSchemas fields = new FieldSchemas("What is to be trained. What is left out widens the estimates.")
                .number("dataset_size_gb", 0, SIZE_MOST, "size of the training data in GB")
                .number("model_params_m", 0, SIZE_MOST, "parameters in millions; 0 is unknown, or no neural model")
                .integer("num_epochs", 1, Integer.MAX_VALUE, "passes over the data")
                .otherwise("num_epochs", Workload.DEFAULT_NUM_EPOCHS)
                .integer("batch_size", 1, Integer.MAX_VALUE, "global batch size in samples")
                .otherwise("batch_size", Workload.DEFAULT_BATCH_SIZE)
                .choice("framework", Framework.class, "training framework")
                .flag("gpu_required", "whether only offers with GPUs will do")
                .choice("precision", Precision.class, "number format of the training arithmetic")
                .otherwise("precision", "fp32")
                .integer("num_workers", 0, 10_000, "data-loading workers per node")
                .otherwise("num_workers", Workload.DEFAULT_NUM_WORKERS)
                .flag("distributed", "whether several nodes are allowed")
                .otherwise("distributed", false)
                .number("estimated_hours", 0.0001, 1e6, "your own hours for the whole job, on the reference")
                .object("reference", REFERENCE, "hardware estimated_hours holds for; none is one A100-80GB or 8 vCPU")
                .require("dataset_size_gb", "model_params_m", "framework", "gpu_required");
        return details(fields).schema();
    }

    private static FieldSchemas details(FieldSchemas fields) {
        return fields.choice("architecture", Architecture.class, "family of the model")
                .integer("sequence_length", 1, 100_000_000, "tokens per sample")
                .integer("num_layers", 1, 100_000, "layers of the model")
                .integer("hidden_size", 1, 10_000_000, "width of the model")
                .integer("vocab_size", 1, 100_000_000, "tokens in the vocabulary")
                .integer("intermediate_size", 1, 10_000_000, "width of the feed-forward part of a block")
                .integer("num_attention_heads", 1, 100_000, "query heads")
                .integer("num_key_value_heads", 1, 100_000, "key and value heads, at most num_attention_heads")
                .flag("gated_mlp", "whether the feed-forward part is gated (SwiGLU and its like)")
                .number("active_params_m", 1e-9, SIZE_MOST, "parameters each token passes, for mixtures of experts")
                .number("forward_gmacs", 1e-9, SIZE_MOST, "multiply-accumulates of one sample forward, in billions")
                .number("forward_activations_m", 1e-9, SIZE_MOST, "convolution outputs of one sample, in millions")
                .choice("method", Method.class, "full training, or adapters only")
                .choice("optimizer", Optimizer.class, "optimiser, for its state in memory")
                .flag("activation_checkpointing", "whether activations are recomputed to save memory")
                .integer("zero_stage", 0, 3, "ZeRO / FSDP sharding stage")
                .integer("gradient_accumulation", 1, Integer.MAX_VALUE, "micro-batches per step")
                .flag("mixed_precision", "whether 16-bit training keeps 32-bit master weights")
                .flag("flash_attention", "whether attention scores are never stored")
                .number("tokens_b", 1e-9, SIZE_MOST, "training tokens in billions, over all epochs")
                .flag("checkpointing", "whether the job resumes from checkpoints; absent counts as no")
                .number("checkpoint_write_minutes", 0, MINUTES_MOST, "minutes to write one checkpoint")
                .number("restart_minutes", 0, MINUTES_MOST, "minutes from interruption until the job runs again")
                .text("dataset_region", 200, "where the data lies, in the provider's own name of the region");
    }

    private static ObjectNode constraints() {
        return new FieldSchemas("What to rule out. Empty lists rule nothing out; names match without regard to case.")
                .texts("providers", "only these providers")
                .texts("exclude_providers", "not these providers")
                .texts("regions", "only these regions")
                .texts("gpu_types", "only these GPUs; a family such as A100 admits its variants")
                .number("max_cost_eur", 0, LIMIT_MOST, "most expected cost of the job in EUR")
                .number("max_hours", 0, LIMIT_MOST, "most expected hours of the job")
                .number("max_price_per_hour_eur", 0, LIMIT_MOST, "most EUR per hour of all nodes together")
                .flag("allow_spot", "whether interruptible offers are considered")
                .otherwise("allow_spot", true)
                .integer("max_nodes", 1, Constraints.MOST_NODES, "most nodes; above 1 needs distributed = true")
                .otherwise("max_nodes", 1)
                .schema();
    }

    private static ObjectNode reference() {
        return new FieldSchemas("Hardware a figure holds for: either gpu_type, with gpu_count, or vcpus.")
                .text("gpu_type", 200, "type of GPU")
                .number("gpu_count", 0.01, 100_000, "how many of them")
                .otherwise("gpu_count", 1)
                .number("vcpus", 0.01, 1_000_000, "virtual CPUs")
                .schema();
    }
}
