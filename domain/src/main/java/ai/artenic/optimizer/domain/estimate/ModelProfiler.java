package ai.artenic.optimizer.domain.estimate;

import ai.artenic.optimizer.domain.intake.Terms;
import ai.artenic.optimizer.domain.workload.Architecture;
import ai.artenic.optimizer.domain.workload.ForwardPass;
import ai.artenic.optimizer.domain.workload.Method;
import ai.artenic.optimizer.domain.workload.ModelShape;
import ai.artenic.optimizer.domain.workload.Optimizer;
import ai.artenic.optimizer.domain.workload.TransformerBlock;
import ai.artenic.optimizer.domain.workload.UserEstimate;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.DoubleSupplier;

/// Fills the gaps of a workload with the values most likely for its size, and notes each one.
public final class ModelProfiler {
    /// Networks of which only the size is known are taken for transformers from this size on: BERT-base has 110 M
    /// parameters, the largest convolutional networks in common use stay below.
    static final double TRANSFORMER_FROM_PARAMS = 100e6;
    /// Within this factor of that size there are many networks of both kinds: distilled language models and vision
    /// transformers below, the largest convolutional networks above.
    private static final double UNSURE_WITHIN = Math.sqrt(10);
    private static final double GATED_FROM_PARAMS = 0.5e9;
    static final int USUAL_SEQUENCE_LENGTH = 1024;

    private final Workload workload;
    private final List<Assumption> assumptions = new ArrayList<>();
    private double uncertainty = 1;

    private ModelProfiler(Workload workload) {
        this.workload = workload;
    }

    /// The workload's profile.
    public static ModelProfile profile(Workload workload) {
        return new ModelProfiler(workload).profile();
    }

    private ModelProfile profile() {
        ModelShape shape = workload.shape();
        Architecture architecture = shape.architecture().orElseGet(this::assumedArchitecture);
        boolean transformer = architecture == Architecture.TRANSFORMER && workload.params() > 0;
        Method method = workload.setup().method().orElseGet(() -> assumedMethod(architecture));
        int sequenceLength = shape.sequenceLength().orElseGet(() -> transformer ? assumedSequenceLength() : 1);
        var inferred = new InferredTransformer(workload.params());
        double vocabulary = transformer ? orElse(shape.vocabSize(), inferred::vocabulary) : 0;
        double layers = transformer ? orElse(shape.numLayers(), () -> inferred.layers(vocabulary)) : 0;
        double hidden = transformer ? orElse(shape.hiddenSize(), () -> inferred.width(layers, vocabulary)) : 0;
        assumeWork(transformer);
        assumeReference();
        return new ModelProfile(
                workload,
                architecture,
                method,
                workload.setup().optimizer().orElse(Optimizer.ADAMW),
                sequenceLength,
                layers,
                hidden,
                vocabulary,
                block(hidden),
                uncertainty,
                assumptions);
    }

    private static double orElse(OptionalInt stated, DoubleSupplier inferred) {
        return stated.isPresent() ? stated.getAsInt() : inferred.getAsDouble();
    }

    /// Unstated: gated feed-forward parts of 2.7 times the width from half a billion parameters on, plain ones of
    /// 4 times below; heads of 64 to 128; nothing shared.
    private ModelProfile.Block block(double hidden) {
        TransformerBlock stated = workload.shape().block();
        boolean gated = stated.gatedMlp().orElse(workload.params() >= GATED_FROM_PARAMS);
        double heads = orElse(stated.attentionHeads(), () -> InferredTransformer.heads(hidden));
        return new ModelProfile.Block(
                orElse(stated.intermediateSize(), () -> hidden * (gated ? 2.7 : 4)),
                heads,
                Math.min(1, orElse(stated.keyValueHeads(), () -> heads) / heads),
                gated);
    }

    private Architecture assumedArchitecture() {
        Architecture assumed = switch (workload.framework()) {
            case SKLEARN, XGBOOST, LIGHTGBM -> Architecture.TREE;
            case SPARK, DASK, OTHER -> Architecture.OTHER;
            case PYTORCH, TENSORFLOW, JAX -> assumedNetwork();
        };
        if (workload.framework().isNeural()) {
            assume("architecture taken as " + Terms.wire(assumed) + " from " + evidence(), 1.3);
        }
        return assumed;
    }

    private String evidence() {
        if (isUnsure(workload)) {
            return "model_params_m alone: the interval of the hours spans transformers and cnn of that size";
        }
        return workload.params() == 0 || guessesBySize(workload) ? "model_params_m" : "the fields that are stated";
    }

    private Architecture assumedNetwork() {
        if (workload.params() == 0) {
            return Architecture.OTHER;
        }
        if (guessesBySize(workload)) {
            return workload.params() >= TRANSFORMER_FROM_PARAMS ? Architecture.TRANSFORMER : Architecture.CNN;
        }
        return isSequential(workload) ? Architecture.TRANSFORMER : Architecture.CNN;
    }

    /// Whether nothing but the number of parameters tells what kind of network this is.
    static boolean guessesBySize(Workload workload) {
        return workload.shape().architecture().isEmpty()
                && workload.framework().isNeural()
                && workload.params() > 0
                && !isSequential(workload)
                && workload.shape().forwardPass().equals(ForwardPass.UNSTATED);
    }

    /// Whether a network of this size may as well have the other architecture than the one that is guessed. A user's
    /// own figure holds for either.
    static boolean isUnsure(Workload workload) {
        double apart = Math.abs(Math.log(workload.params() / TRANSFORMER_FROM_PARAMS));
        return guessesBySize(workload) && workload.userEstimate().isEmpty() && apart < Math.log(UNSURE_WITHIN);
    }

    /// Whether something is stated that only transformers have.
    private static boolean isSequential(Workload workload) {
        ModelShape shape = workload.shape();
        return shape.sequenceLength().isPresent()
                || shape.numLayers().isPresent()
                || shape.hiddenSize().isPresent()
                || shape.vocabSize().isPresent()
                || !shape.block().equals(TransformerBlock.UNSTATED)
                || workload.setup().tokensB().isPresent()
                || workload.setup().method().orElse(Method.FULL) != Method.FULL;
    }

    private Method assumedMethod(Architecture architecture) {
        if (architecture == Architecture.TRANSFORMER) {
            assume("method taken as full (all parameters are trained)", 1.2);
        }
        return Method.FULL;
    }

    private int assumedSequenceLength() {
        assume("sequence_length taken as " + USUAL_SEQUENCE_LENGTH, 1.1);
        return USUAL_SEQUENCE_LENGTH;
    }

    private void assumeWork(boolean transformer) {
        if (workload.userEstimate().isPresent()) {
            return;
        }
        boolean tokens = transformer && workload.setup().tokensB().isPresent();
        if (workload.datasetSizeGb() == 0 && !tokens) {
            assume("dataset_size_gb of 0 taken as unknown: hours only tell machines apart", 3);
        }
        if (transformer && !tokens) {
            assume("training tokens taken as dataset_size_gb x 0.25 per byte x num_epochs", 1.3);
        } else if (!workload.framework().isNeural() || workload.params() == 0) {
            assume("work taken in proportion to dataset_size_gb x num_epochs", 2);
        } else if (!transformer) {
            assume("samples taken as 110 kB each", 1.3);
        }
    }

    private void assumeReference() {
        workload.userEstimate()
                .filter(estimate -> estimate.reference() instanceof UserEstimate.Reference.Unstated)
                .ifPresent(estimate -> assume(
                        "estimated_hours taken as hours on " + (workload.gpuRequired() ? "one A100-80GB" : "8 vCPU"),
                        1.2));
    }

    private void assume(String text, double widening) {
        assumptions.add(new Assumption(text));
        uncertainty *= widening;
    }
}
