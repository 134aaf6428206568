package ai.artenic.optimizer.domain.calibration;

import ai.artenic.optimizer.domain.intake.Terms;
import ai.artenic.optimizer.domain.workload.Framework;
import ai.artenic.optimizer.domain.workload.Workload;

/// Workloads whose estimates err alike. The text is kept with observations: it must not change its meaning.
///
/// * neural networks: architecture, method and decade of parameters, `transformer/lora/1b-10b`. What is not stated is
///   `unstated`, not what a profile takes it for: a guess errs otherwise than a fact.
/// * networks of unknown size: `network`
/// * everything else: the family of framework, `boosting`, `sklearn`, `dataflow` or `other`
/// * `/own-figure` is added where the user gave hours: then those are corrected, and not the model's
public record WorkloadClass(String text) {
    private static final String[] DECADES = {
        "under-1m", "1m-10m", "10m-100m", "100m-1b", "1b-10b", "10b-100b", "100b-1t", "over-1t"
    };
    private static final double FIRST_BOUND = 1e6;
    private static final String OWN_FIGURE = "/own-figure";

    public WorkloadClass {
        if (text.isBlank()) {
            throw new IllegalArgumentException("WorkloadClass must not be blank");
        }
    }

    /// The class of a workload.
    public static WorkloadClass of(Workload workload) {
        String kind = workload.framework().isNeural() ? network(workload) : family(workload.framework());
        return new WorkloadClass(workload.userEstimate().isPresent() ? kind + OWN_FIGURE : kind);
    }

    /// Whether hours are a user's own figure and not the model's.
    public boolean isOwnFigure() {
        return text.endsWith(OWN_FIGURE);
    }

    private static String network(Workload workload) {
        if (!(workload.params() > 0)) {
            return "network";
        }
        return workload.shape().architecture().map(Terms::wire).orElse("unstated") + "/"
                + workload.setup().method().map(Terms::wire).orElse("unstated") + "/"
                + decade(workload.params());
    }

    private static String decade(double params) {
        int decade = 0;
        for (double bound = FIRST_BOUND; params >= bound && decade < DECADES.length - 1; bound *= 10) {
            decade++;
        }
        return DECADES[decade];
    }

    private static String family(Framework framework) {
        return switch (framework) {
            case XGBOOST, LIGHTGBM -> "boosting";
            case SKLEARN -> "sklearn";
            case SPARK, DASK -> "dataflow";
            case OTHER -> "other";
            case PYTORCH, TENSORFLOW, JAX -> "network";
        };
    }
}
