package ai.artenic.optimizer.domain.estimate;

import ai.artenic.optimizer.domain.workload.Architecture;
import ai.artenic.optimizer.domain.workload.Method;
import ai.artenic.optimizer.domain.workload.Workload;

/// How much there is to do in the whole job, whatever the hardware.
///
/// @param flops arithmetic on the accelerator
/// @param bytes memory traffic of the accelerator
/// @param decodedSamples samples that CPU cores must decode (images); 0 for text and tables
/// @param inputGb data read from storage, all epochs
public record TrainingWork(double flops, double bytes, double decodedSamples, double inputGb) {
    private static final double TOKENS_PER_BYTE = 0.25;
    private static final double BYTES_PER_IMAGE = 110e3;
    /// FLOPs per byte of memory traffic of transformer training: with 50 % of peak arithmetic it yields a utilisation
    /// of
    /// 0.40 on one A100, hence 0.35 on eight, the median of whole published runs.
    private static final double TRANSFORMER_INTENSITY = 306;
    /// Multiply-accumulates per parameter and image of convolutional networks (ResNet-50: 4.1 G over 25.6 M).
    private static final double MACS_PER_PARAM_AND_IMAGE = 160;
    /// Activations per image and root of a million parameters, and traffic per activation (791 vision models on one
    /// RTX 3090: 0.0695 ms per million activations at 936 GB/s).
    private static final double ACTIVATIONS_PER_ROOT_MILLION = 3.83e6;
    private static final double BYTES_PER_ACTIVATION = 65;

    /// The work of a neural network's training.
    public static TrainingWork of(ModelProfile profile) {
        Workload workload = profile.workload();
        double inputGb = workload.datasetSizeGb() * workload.numEpochs();
        if (profile.architecture() == Architecture.TRANSFORMER) {
            double tokens = workload.setup().tokensB().orElse(inputGb * TOKENS_PER_BYTE) // GB and billions cancel
                    * 1e9;
            double flops = tokens * transformerFlopsPerToken(profile);
            return new TrainingWork(flops, flops / TRANSFORMER_INTENSITY, 0, inputGb);
        }
        double samples = inputGb * 1e9 / BYTES_PER_IMAGE;
        double macs = samples * profile.params() * MACS_PER_PARAM_AND_IMAGE;
        double activations = samples * ACTIVATIONS_PER_ROOT_MILLION * Math.sqrt(workload.modelParamsM());
        double width = ModelStates.isFp32(workload.precision()) ? 2 : 1;
        boolean images = profile.architecture() == Architecture.CNN;
        return new TrainingWork(6 * macs, activations * BYTES_PER_ACTIVATION * width, images ? samples : 0, inputGb);
    }

    /// `6 N` for full training, `4 N` where most weights are frozen, `2 N` more where activations are recomputed; and
    /// causal attention `6 L h s` (llm-foundry, half of `12 L h s`).
    private static double transformerFlopsPerToken(ModelProfile profile) {
        boolean recomputes =
                profile.workload().setup().activationCheckpointing().orElse(false);
        double perParam = (profile.method() == Method.FULL ? 6 : 4) + (recomputes ? 2 : 0);
        double attention = 6 * profile.layers() * profile.hidden() * profile.sequenceLength();
        double dequantisation = profile.method() == Method.QLORA ? 1.3 : 1;
        return (perParam * profile.params() + attention) * dequantisation;
    }
}
