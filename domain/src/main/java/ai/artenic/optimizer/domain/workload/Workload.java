package ai.artenic.optimizer.domain.workload;

import java.util.Optional;

/// What is to be trained.
///
/// @param datasetSizeGb size of the training data in GB, >= 0
/// @param modelParamsM parameters in millions, >= 0; 0 is unknown or not a neural model
/// @param numEpochs passes over the data, >= 1
/// @param batchSize global batch size in samples, >= 1
/// @param numWorkers data-loading workers per node, >= 0
/// @param distributed whether several nodes are allowed
/// @param userEstimate the user's own hours, if any
/// @param datasetRegion where the data lies, in the provider's own name of the region
public record Workload(
        double datasetSizeGb,
        double modelParamsM,
        int numEpochs,
        int batchSize,
        Framework framework,
        boolean gpuRequired,
        Precision precision,
        int numWorkers,
        boolean distributed,
        Optional<UserEstimate> userEstimate,
        ModelShape shape,
        TrainingSetup setup,
        Resumption resumption,
        Optional<String> datasetRegion) {

    public static final int DEFAULT_NUM_EPOCHS = 1;
    public static final int DEFAULT_BATCH_SIZE = 32;
    public static final int DEFAULT_NUM_WORKERS = 4;
    public static final Precision DEFAULT_PRECISION = Precision.FP32;

    public Workload {
        if (!(datasetSizeGb >= 0 && modelParamsM >= 0) || Double.isInfinite(datasetSizeGb + modelParamsM)) {
            throw new IllegalArgumentException("Workload needs finite sizes of at least 0, was " + datasetSizeGb
                    + " GB and " + modelParamsM + " million parameters");
        }
        if (numEpochs < 1 || batchSize < 1 || numWorkers < 0) {
            throw new IllegalArgumentException(
                    "Workload needs at least one epoch and sample and no fewer than 0 workers, " + "was " + numEpochs
                            + ", " + batchSize + ", " + numWorkers);
        }
    }

    /// Parameters in units, not millions.
    public double params() {
        return modelParamsM * 1e6;
    }
}
