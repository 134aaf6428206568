package ai.artenic.optimizer.domain.estimate;

import ai.artenic.optimizer.domain.workload.Architecture;
import ai.artenic.optimizer.domain.workload.Method;
import ai.artenic.optimizer.domain.workload.ModelShape;
import ai.artenic.optimizer.domain.workload.Optimizer;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.List;
import java.util.Optional;

/// A workload with every gap filled, and the list of what had to be assumed.
///
/// @param sequenceLength tokens per sample; 1 where samples are not sequences
/// @param layers transformer blocks; 0 where the architecture has none
/// @param hidden width of the model
/// @param vocabulary output classes of a language model; 0 where there is none
/// @param block inside of a transformer block
/// @param uncertainty factor >= 1 by which the assumptions widen the duration interval on each side
public record ModelProfile(
        Workload workload,
        Architecture architecture,
        Method method,
        Optimizer optimizer,
        int sequenceLength,
        double layers,
        double hidden,
        double vocabulary,
        Block block,
        double uncertainty,
        List<Assumption> assumptions) {
    public ModelProfile {
        assumptions = List.copyOf(assumptions);
    }

    /// The inside of a transformer block.
    ///
    /// @param intermediate width of the feed-forward part
    /// @param heads query heads
    /// @param keyValueShare key and value heads over query heads, in (0, 1]
    /// @param gated whether the feed-forward part has three matrices instead of two
    public record Block(double intermediate, double heads, double keyValueShare, boolean gated) {}

    /// Parameters of the model, in units.
    public double params() {
        return workload.params();
    }

    /// Parameters that each token or sample passes, in units: fewer than all in a mixture of experts.
    public double activeParams() {
        return workload.shape().activeParamsM().orElse(workload.modelParamsM()) * 1e6;
    }

    /// Whether this is a neural network of known size.
    public boolean isNeural() {
        return workload.framework().isNeural() && params() > 0;
    }

    /// Whether this is a transformer of known size.
    public boolean isTransformer() {
        return architecture == Architecture.TRANSFORMER && params() > 0;
    }

    /// Whether nothing but the number of parameters told the architecture.
    boolean isArchitectureGuessed() {
        return ModelProfiler.guessesBySize(workload);
    }

    /// The profile of the same workload with the other architecture that networks of its size have as well, where
    /// nothing else tells it or makes it of no account.
    Optional<ModelProfile> otherwise() {
        return ModelProfiler.isUnsure(workload)
                ? Optional.of(as(isTransformer() ? Architecture.CNN : Architecture.TRANSFORMER, params()))
                : Optional.empty();
    }

    /// The profile of the same workload with so many parameters, and the architecture that was found here.
    ModelProfile withParams(double params) {
        return as(architecture, params);
    }

    /// The profile of the same workload with this architecture and so many parameters.
    ModelProfile as(Architecture stated, double params) {
        ModelShape shape = workload.shape();
        return ModelProfiler.profile(new Workload(
                workload.datasetSizeGb(),
                params / 1e6,
                workload.numEpochs(),
                workload.batchSize(),
                workload.framework(),
                workload.gpuRequired(),
                workload.precision(),
                workload.numWorkers(),
                workload.distributed(),
                workload.userEstimate(),
                new ModelShape(
                        Optional.of(stated),
                        shape.sequenceLength(),
                        shape.numLayers(),
                        shape.hiddenSize(),
                        shape.vocabSize(),
                        shape.block(),
                        shape.forwardPass(),
                        shape.activeParamsM()),
                workload.setup(),
                workload.resumption(),
                workload.datasetRegion()));
    }
}
