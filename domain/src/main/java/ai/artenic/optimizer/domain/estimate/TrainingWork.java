package ai.artenic.optimizer.domain.estimate;

import ai.artenic.optimizer.domain.workload.Architecture;
import ai.artenic.optimizer.domain.workload.Method;
import ai.artenic.optimizer.domain.workload.Workload;

/// How much there is to do in the whole job, whatever the hardware.
///
/// @param flops arithmetic on the accelerator
/// @param bytes memory traffic of the accelerator
/// @param samples samples that pass the model, all epochs
/// @param decodedSamples samples that CPU cores must decode (images); 0 for text and tables
/// @param inputGb data read from storage, all epochs
public record TrainingWork(double flops, double bytes, double samples, double decodedSamples, double inputGb) {
    private static final double TOKENS_PER_BYTE = 0.25;
    private static final double BYTES_PER_IMAGE = 110e3;
    private static final double BYTES_PER_ROW = 1e3;
    /// Data of an unstated size, in GB; only the ranking of machines is worth anything then.
    private static final double UNSTATED_GB = 1;
    /// FLOPs per byte of memory traffic of transformer training. Fitted with the share of the arithmetic peak to 45
    /// whole published runs and 41 measured steps: it is what makes an H100 reach 0.7 of an A100's utilisation.
    private static final double TRANSFORMER_INTENSITY = 200;
    /// Multiply-accumulates per parameter and image of convolutional networks (ResNet-50: 4.1 G over 25.6 M).
    private static final double MACS_PER_PARAM_AND_IMAGE = 160;
    /// Outputs of all convolutions per image of 224 pixels, by the root of a million parameters (30 vision models).
    private static final double ACTIVATIONS_PER_ROOT_MILLION = 2.6e6;
    /// Traffic per output of a convolution in 16 bits (791 vision models on one RTX 3090: 65; 22 runs of ResNets and
    /// EfficientNets on V100 and A100: 85).
    private static final double BYTES_PER_ACTIVATION = 80;

    /// The work of a neural network's training.
    public static TrainingWork of(ModelProfile profile) {
        Workload workload = profile.workload();
        double inputGb = dataGb(workload) * workload.numEpochs();
        return switch (profile.architecture()) {
            case TRANSFORMER -> transformer(profile, inputGb);
            case MLP, TREE -> dense(profile, inputGb);
            case CNN, RNN, OTHER -> convolutional(profile, inputGb);
        };
    }

    static double dataGb(Workload workload) {
        return workload.datasetSizeGb() > 0 ? workload.datasetSizeGb() : UNSTATED_GB;
    }

    private static TrainingWork transformer(ModelProfile profile, double inputGb) {
        double tokens = profile.workload().setup().tokensB().orElse(inputGb * TOKENS_PER_BYTE) // GB and billions cancel
                * 1e9;
        double flops = tokens * transformerFlopsPerToken(profile);
        return new TrainingWork(flops, flops / TRANSFORMER_INTENSITY, tokens / profile.sequenceLength(), 0, inputGb);
    }

    /// Six FLOPs per parameter and row; every weight is read for every pass of a batch.
    private static TrainingWork dense(ModelProfile profile, double inputGb) {
        double rows = inputGb * 1e9 / BYTES_PER_ROW;
        double passes = rows / profile.workload().batchSize();
        return new TrainingWork(6 * rows * profile.params(), 12 * passes * profile.params(), rows, 0, inputGb);
    }

    private static TrainingWork convolutional(ModelProfile profile, double inputGb) {
        Workload workload = profile.workload();
        double samples = inputGb * 1e9 / BYTES_PER_IMAGE;
        var forward = workload.shape().forwardPass();
        double macs = forward.gmacs().orElse(profile.params() * MACS_PER_PARAM_AND_IMAGE / 1e9) * 1e9;
        double outputs =
                forward.activationsM().orElse(ACTIVATIONS_PER_ROOT_MILLION / 1e6 * Math.sqrt(workload.modelParamsM()))
                        * 1e6;
        double width = ModelStates.isFp32(workload.precision()) ? 2 : 1;
        boolean images = profile.architecture() == Architecture.CNN;
        return new TrainingWork(
                6 * macs * samples,
                outputs * samples * BYTES_PER_ACTIVATION * width,
                samples,
                images ? samples : 0,
                inputGb);
    }

    /// `6 N` for full training, `4 N` where most weights are frozen, `2 N` more where activations are recomputed; and
    /// causal attention `6 L h s` (llm-foundry, half of `12 L h s`), a third more where it is recomputed.
    private static double transformerFlopsPerToken(ModelProfile profile) {
        boolean recomputes =
                profile.workload().setup().activationCheckpointing().orElse(false);
        double perParam = (profile.method() == Method.FULL ? 6 : 4) + (recomputes ? 2 : 0);
        double attention = 6 * profile.layers() * profile.hidden() * profile.sequenceLength();
        return perParam * profile.activeParams() + attention * (recomputes ? 4.0 / 3 : 1);
    }
}
