package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import ai.artenic.optimizer.domain.workload.UserEstimate;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.Optional;

/// Turns (workload, candidate) pairs into feature vectors of schema v1. Missing is NaN, never zero.
final class FeatureExtractor {
    private static final int WORKLOAD_FEATURES = 10;

    private final Workload workload;
    private final double[] workloadFeatures;

    FeatureExtractor(Workload workload) {
        this.workload = workload;
        this.workloadFeatures = new double[] {
            workload.datasetSizeGb(),
            workload.modelParamsM(),
            workload.numEpochs(),
            workload.batchSize(),
            workload.framework().id(),
            workload.gpuRequired() ? 1 : 0,
            workload.precision().id(),
            workload.numWorkers(),
            workload.distributed() ? 1 : 0,
            workload.userEstimate().map(UserEstimate::hours).orElse(Double.NaN)
        };
    }

    FeatureVector extract(Candidate candidate) {
        Offer offer = candidate.offer();
        Machine machine = offer.machine();
        Optional<Accelerators> accelerators = machine.accelerators();
        double vcpus = machine.vcpus().orElse(Double.NaN);
        double memory = machine.memoryGb().orElse(Double.NaN);
        double gpus = accelerators.map(Accelerators::count).orElse(0.0);
        double onDemand = offer.onDemand().value();
        double spot = offer.spot().map(EurPerHour::value).orElse(Double.NaN);
        var values = new double[FeatureSchema.V1.names().size()];
        System.arraycopy(workloadFeatures, 0, values, 0, WORKLOAD_FEATURES);
        int i = WORKLOAD_FEATURES;
        values[i++] = vcpus;
        values[i++] = memory;
        values[i++] = gpus;
        values[i++] = gpuTypeId(accelerators);
        values[i++] = onDemand;
        values[i++] = spot;
        values[i++] = candidate.kind().spot() ? 1 : 0;
        values[i++] = ProviderIds.of(offer.id().provider());
        values[i++] = ratio(memory, workload.modelParamsM());
        values[i++] = ratio(candidate.price(), gpus);
        values[i++] = accelerators.isPresent() ? candidate.kind().estimate().headroom() : Double.NaN;
        values[i++] = (onDemand - spot) / onDemand;
        values[i++] = ratio(vcpus, workload.numWorkers());
        values[i] = candidate.score();
        return new FeatureVector(FeatureSchema.V1, values);
    }

    private static double gpuTypeId(Optional<Accelerators> accelerators) {
        return accelerators.isPresent() && accelerators.get().gpu().id().isPresent()
                ? accelerators.get().gpu().id().getAsInt()
                : Double.NaN;
    }

    private static double ratio(double numerator, double denominator) {
        return denominator == 0 ? Double.NaN : numerator / denominator;
    }
}
