package ai.artenic.optimizer.domain.workload;

import ai.artenic.optimizer.domain.intake.Terms;

/// What makes workloads alike: framework, precision, GPU need, distribution, architecture, method and the sizes in
/// buckets of a factor of two.
public record WorkloadSignature(String text) {
    public static WorkloadSignature of(Workload workload) {
        return new WorkloadSignature(String.join(
                "|",
                Terms.wire(workload.framework()),
                Terms.wire(workload.precision()),
                workload.gpuRequired() ? "gpu" : "any",
                workload.distributed() ? "distributed" : "single",
                workload.shape().architecture().map(Terms::wire).orElse("-"),
                workload.setup().method().map(Terms::wire).orElse("-"),
                "params" + bucket(workload.modelParamsM()),
                "data" + bucket(workload.datasetSizeGb()),
                "epochs" + bucket(workload.numEpochs()),
                "batch" + bucket(workload.batchSize())));
    }

    /// Index of the power of two at or below the size; sizes of zero have a bucket of their own.
    private static String bucket(double size) {
        return size == 0 ? "0" : Integer.toString(Math.getExponent(size));
    }
}
