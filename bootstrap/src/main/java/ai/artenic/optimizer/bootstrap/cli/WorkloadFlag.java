package ai.artenic.optimizer.bootstrap.cli;

import java.util.List;
import java.util.stream.Stream;

/// Flags of `recommend`, `compare` and `sweep`: each sets one field of the request.
///
/// @param pointer the field's place in the request, as a JSON Pointer
record WorkloadFlag(String name, String pointer, Kind kind, String description) {
    /// What a flag takes.
    enum Kind {
        NUMBER,
        TEXT,
        LIST,
        SWITCH
    }

    static final List<WorkloadFlag> ALL = List.of(
            number("--dataset-size-gb", "/workload/dataset_size_gb", "Size of the training data in GB (required)"),
            number(
                    "--model-params-m",
                    "/workload/model_params_m",
                    "Parameters in millions; 0 if not a neural network (required)"),
            text("--framework", "/workload/framework", "pytorch, tensorflow, jax, sklearn, xgboost, … (required)"),
            flag("--gpu", "/workload/gpu_required", "The job needs a GPU"),
            number("--num-epochs", "/workload/num_epochs", "Passes over the data (default: 1)"),
            number("--batch-size", "/workload/batch_size", "Global batch size in samples (default: 32)"),
            text("--precision", "/workload/precision", "fp32, fp16, bf16, tf32, fp8 or int8 (default: fp32)"),
            number("--num-workers", "/workload/num_workers", "Data-loading workers (default: 4)"),
            flag("--distributed", "/workload/distributed", "Several nodes are allowed"),
            number("--estimated-hours", "/workload/estimated_hours", "Your own estimate of the whole job in hours"),
            text("--reference-gpu-type", "/workload/reference/gpu_type", "GPU your estimate holds for"),
            number("--reference-gpu-count", "/workload/reference/gpu_count", "How many of them (default: 1)"),
            number("--reference-vcpus", "/workload/reference/vcpus", "vCPUs your estimate holds for"),
            text("--architecture", "/workload/architecture", "transformer, cnn, rnn, mlp, tree or other"),
            text("--method", "/workload/method", "full, lora or qlora"),
            number("--sequence-length", "/workload/sequence_length", "Tokens per sample"),
            number("--num-layers", "/workload/num_layers", "Transformer blocks"),
            number("--hidden-size", "/workload/hidden_size", "Width of the model"),
            number("--vocab-size", "/workload/vocab_size", "Size of the vocabulary"),
            number("--intermediate-size", "/workload/intermediate_size", "Width of the feed-forward part"),
            number("--num-attention-heads", "/workload/num_attention_heads", "Query heads"),
            number("--num-key-value-heads", "/workload/num_key_value_heads", "Key and value heads"),
            flag("--gated-mlp", "/workload/gated_mlp", "The feed-forward part is gated (SwiGLU and its like)"),
            number("--active-params-m", "/workload/active_params_m", "Millions of parameters a token passes (experts)"),
            number("--forward-gmacs", "/workload/forward_gmacs", "Billions of multiply-accumulates of a sample"),
            number("--forward-activations-m", "/workload/forward_activations_m", "Millions of outputs of a sample"),
            text("--optimizer", "/workload/optimizer", "adamw, adam, adamw_8bit, adafactor, lion or sgd"),
            flag(
                    "--activation-checkpointing",
                    "/workload/activation_checkpointing",
                    "Activations are recomputed to save memory"),
            number("--zero-stage", "/workload/zero_stage", "ZeRO / FSDP sharding stage, 0 to 3"),
            number("--gradient-accumulation", "/workload/gradient_accumulation", "Micro-batches per step"),
            flag("--mixed-precision", "/workload/mixed_precision", "16-bit training with 32-bit master weights"),
            flag("--flash-attention", "/workload/flash_attention", "Attention scores are never stored"),
            number("--tokens-b", "/workload/tokens_b", "Training tokens in billions, over all epochs"),
            flag("--checkpointing", "/workload/checkpointing", "The job resumes from checkpoints"),
            number("--checkpoint-write-minutes", "/workload/checkpoint_write_minutes", "Time to write a checkpoint"),
            number("--restart-minutes", "/workload/restart_minutes", "Time to restart after an interruption"),
            text("--dataset-region", "/workload/dataset_region", "Where the data lies"),
            list("--provider", "/constraints/providers", "Only these providers"),
            list("--exclude-provider", "/constraints/exclude_providers", "Not these providers"),
            list("--region", "/constraints/regions", "Only these regions"),
            list("--gpu-type", "/constraints/gpu_types", "Only these GPU types or families"),
            number("--max-cost-eur", "/constraints/max_cost_eur", "Highest expected cost of the job"),
            number("--max-hours", "/constraints/max_hours", "Longest expected duration"),
            number("--max-price-per-hour-eur", "/constraints/max_price_per_hour_eur", "Highest price of all nodes"),
            flag("--no-spot", "/constraints/allow_spot", "Only on-demand offers"),
            number("--max-nodes", "/constraints/max_nodes", "Most nodes (default: 1)"),
            text("--goal", "/goal", "cost, balanced or performance (default: cost)"),
            text("--mode", "/mode", "auto, heuristic, ltr or hybrid (default: auto)"),
            number("--top", "/top_n", "How many recommendations, 1 to 100 (default: 5)"));

    /// Flags of `sweep`: the workload of one trial, the constraints of the whole sweep, and its own.
    static final List<WorkloadFlag> OF_SWEEP = Stream.concat(
                    ALL.stream()
                            .filter(flag -> flag.pointer().startsWith("/workload/")
                                    || flag.pointer().startsWith("/constraints/")),
                    Stream.of(
                            number("--trials", "/trials", "How many trials, 1 to 100000 (required)"),
                            number("--max-parallel", "/max_parallel", "Most trials at once (default: 1)"),
                            text("--pruning", "/pruning/kind", "none, median or successive_halving (default: none)"),
                            number(
                                    "--reduction-factor",
                                    "/pruning/reduction_factor",
                                    "Of so many trials one goes on; successive_halving only (default: 3)"),
                            number("--min-epochs", "/pruning/min_epochs", "Epochs every trial runs (default: 1)"),
                            number("--top-n", "/top_n", "How many plans, 1 to 100 (default: 5)")))
            .toList();

    /// Flags of `compare`: the workload, its constraints, and its own.
    static final List<WorkloadFlag> OF_COMPARE = Stream.concat(
                    ALL.stream()
                            .filter(flag -> flag.pointer().startsWith("/workload/")
                                    || flag.pointer().startsWith("/constraints/")),
                    Stream.of(
                            flag("--risk", "/risk", "The probability of an interruption counts besides cost and hours"),
                            number("--top", "/top_n", "How many beaten candidates to name, 1 to 100 (default: 5)")))
            .toList();

    private static WorkloadFlag number(String name, String pointer, String description) {
        return new WorkloadFlag(name, pointer, Kind.NUMBER, description);
    }

    private static WorkloadFlag text(String name, String pointer, String description) {
        return new WorkloadFlag(name, pointer, Kind.TEXT, description);
    }

    private static WorkloadFlag list(String name, String pointer, String description) {
        return new WorkloadFlag(name, pointer, Kind.LIST, description);
    }

    private static WorkloadFlag flag(String name, String pointer, String description) {
        return new WorkloadFlag(name, pointer, Kind.SWITCH, description);
    }
}
