package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.estimate.GpuRate;
import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Gpu;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import ai.artenic.optimizer.domain.workload.UserEstimate;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.Optional;

/// Turns (workload, candidate) pairs into feature vectors of schema v2, which begin with those of v1. Missing is NaN,
/// never zero.
final class FeatureExtractor {
    private static final int WORKLOAD_FEATURES = 10;

    private final Workload workload;
    private final double[] workloadFeatures;
    private final double leastCost;
    private final double fewestHours;

    /// @param frontier of all candidates of the request: what is cheap and fast among them
    FeatureExtractor(Workload workload, ParetoFrontier frontier) {
        this.workload = workload;
        this.leastCost = frontier.leastCost();
        this.fewestHours = frontier.fewestHours();
        this.workloadFeatures = new double[WORKLOAD_FEATURES];
        ofWorkload(workload, workloadFeatures);
    }

    /// Writes the features of the workload alone, with which every vector begins.
    static void ofWorkload(Workload workload, double[] values) {
        double[] features = {
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
        System.arraycopy(features, 0, values, 0, WORKLOAD_FEATURES);
    }

    FeatureVector extract(Candidate candidate) {
        var values = new double[FeatureSchema.V2.size()];
        extract(candidate, values, 0);
        return new FeatureVector(FeatureSchema.V2, values);
    }

    /// Writes the features of schema v2 into the row that begins at `start`.
    void extract(Candidate candidate, double[] rows, int start) {
        System.arraycopy(workloadFeatures, 0, rows, start, WORKLOAD_FEATURES);
        int next = instance(candidate, rows, start + WORKLOAD_FEATURES);
        next = cross(candidate, rows, next);
        next = hardware(candidate, rows, next);
        estimates(candidate, rows, next);
    }

    private static int instance(Candidate candidate, double[] rows, int start) {
        Offer offer = candidate.offer();
        Optional<Accelerators> accelerators = offer.machine().accelerators();
        int i = start;
        rows[i++] = offer.machine().vcpus().orElse(Double.NaN);
        rows[i++] = offer.machine().memoryGb().orElse(Double.NaN);
        rows[i++] = gpus(candidate);
        rows[i++] = gpuTypeId(accelerators);
        rows[i++] = offer.onDemand().value();
        rows[i++] = offer.spot().map(EurPerHour::value).orElse(Double.NaN);
        rows[i++] = candidate.kind().spot() ? 1 : 0;
        rows[i++] = ProviderIds.of(offer.id().provider());
        return i;
    }

    private int cross(Candidate candidate, double[] rows, int start) {
        Offer offer = candidate.offer();
        Machine machine = offer.machine();
        double onDemand = offer.onDemand().value();
        double spot = offer.spot().map(EurPerHour::value).orElse(Double.NaN);
        double headroom = candidate.kind().estimate().headroom();
        int i = start;
        rows[i++] = ratio(machine.memoryGb().orElse(Double.NaN), workload.modelParamsM());
        rows[i++] = ratio(candidate.price(), gpus(candidate));
        rows[i++] = machine.accelerators().isPresent() ? headroom : Double.NaN;
        rows[i++] = (onDemand - spot) / onDemand;
        rows[i++] = ratio(machine.vcpus().orElse(Double.NaN), workload.numWorkers());
        rows[i++] = candidate.score();
        return i;
    }

    private int hardware(Candidate candidate, double[] rows, int start) {
        Optional<Accelerators> accelerators = candidate.offer().machine().accelerators();
        Optional<GpuRate> rate = accelerators
                .map(Accelerators::gpu)
                .filter(Gpu::isKnown)
                .map(gpu -> GpuRate.of(gpu, workload.precision()));
        int i = start;
        rows[i++] = rate.map(GpuRate::tflops).orElse(Double.NaN);
        rows[i++] = rate.map(GpuRate::bandwidthGbs).orElse(Double.NaN);
        rows[i++] = accelerators.map(has -> has.count() * has.memoryGbEach()).orElse(0.0)
                * candidate.kind().nodes();
        rows[i++] = candidate.kind().nodes();
        return i;
    }

    private void estimates(Candidate candidate, double[] rows, int start) {
        ScoredKind kind = candidate.kind();
        int i = start;
        rows[i++] = kind.hours();
        rows[i++] = candidate.cost();
        rows[i++] = -Math.expm1(-kind.interruptions());
        rows[i++] = kind.estimate().headroom();
        rows[i++] = Math.log(candidate.judgedCost() / leastCost);
        rows[i] = Math.log(kind.hours() / fewestHours);
    }

    private static double gpus(Candidate candidate) {
        return candidate
                .offer()
                .machine()
                .accelerators()
                .map(Accelerators::count)
                .orElse(0.0);
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
