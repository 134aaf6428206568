package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.estimate.GpuMemoryEstimate;
import ai.artenic.optimizer.domain.estimate.HostMemory;
import ai.artenic.optimizer.domain.offer.Provider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Puts rejections into words, with the numbers that decided.
final class RejectionReport {
    private final ShapeEstimator shapes;
    private final Constraints constraints;

    RejectionReport(ShapeEstimator shapes, Constraints constraints) {
        this.shapes = shapes;
        this.constraints = constraints;
    }

    /// Reasons that rejected at least one candidate, most frequent first.
    List<Rejection> of(CandidateScan scan) {
        var rejections = new ArrayList<Rejection>();
        for (RejectionReason reason : RejectionReason.values()) {
            if (scan.rejected(reason) > 0) {
                rejections.add(new Rejection(reason, scan.rejected(reason), detail(reason, scan)));
            }
        }
        rejections.sort(Comparator.comparingInt(Rejection::count).reversed().thenComparing(Rejection::reason));
        return rejections;
    }

    private String detail(RejectionReason reason, CandidateScan scan) {
        return switch (reason) {
            case UNAVAILABLE -> "not available now";
            case PROVIDER_EXCLUDED -> "provider not wanted" + offeringNothing(scan.columns.providers());
            case REGION_NOT_ALLOWED -> "not in " + String.join(", ", constraints.regions());
            case SPOT_NOT_ALLOWED -> "allow_spot is false";
            case GPU_REQUIRED -> "has no GPU";
            case GPU_TYPE_NOT_ALLOWED -> "not one of " + String.join(", ", constraints.gpuTypes());
            case FRAMEWORK_NOT_SUPPORTED ->
                "the job would have to be ported to the accelerator; name it in gpu_types to allow it";
            case GPU_MEMORY_TOO_SMALL -> gpuMemory();
            case MEMORY_TOO_SMALL ->
                "needs " + gb(HostMemory.lowGb(shapes.profile(), true, 1)) + " of main memory per node (low estimate)";
            case SPOT_WOULD_NOT_FINISH -> interruptions();
            case PRICE_ABOVE_LIMIT ->
                "above " + number(constraints.maxPricePerHourEur().orElse(0)) + " EUR/h";
            case HOURS_ABOVE_LIMIT ->
                "expected to take more than " + number(constraints.maxHours().orElse(0)) + " h";
            case COST_ABOVE_LIMIT ->
                "expected to cost more than " + number(constraints.maxCostEur().orElse(0)) + " EUR";
        };
    }

    /// Names the wanted providers of which there is no offer at all, as one that is misspelt.
    private String offeringNothing(List<Provider> providers) {
        List<String> known = providers.stream().map(Provider::key).toList();
        List<String> unknown = constraints.providers().stream()
                .filter(name -> !known.contains(name.toLowerCase(Locale.ROOT)))
                .distinct()
                .toList();
        return unknown.isEmpty() ? "" : "; nothing is on offer from " + String.join(", ", unknown);
    }

    private String interruptions() {
        boolean resumes =
                shapes.profile().workload().resumption().checkpointing().orElse(false);
        return resumes
                ? "interrupted too often to finish, for how long its checkpoints and restarts take"
                : "without checkpointing, interrupted too often to finish";
    }

    private String gpuMemory() {
        return "needs " + gb(shapes.memory(1).low()) + " per GPU on one GPU (low estimate); "
                + Math.round(GpuMemoryEstimate.USABLE_SHARE * 100) + " % of a card is usable";
    }

    static String gb(double gigabytes) {
        return number(gigabytes) + " GB";
    }

    static String number(double value) {
        if (value != 0 && Math.abs(value) < 0.1) {
            return Figures.fixed(value, 4);
        }
        return value == Math.rint(value) ? Long.toString((long) value) : Figures.fixed(value, 1);
    }
}
