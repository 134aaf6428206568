package ai.artenic.optimizer.domain.spot;

/// Rate of interruptions of a node per hour of running, finite and not negative.
public record Hazard(double perHour) {
    /// Prior for GPU nodes: the better end of measured spot traces (V100 nodes, 2022 to 2023: 0.10 to 1.4 per hour).
    public static final Hazard GPU_PRIOR = new Hazard(0.10);
    /// Prior for nodes without GPUs, whose pools are deeper (none to three interruptions in two days).
    public static final Hazard CPU_PRIOR = new Hazard(0.02);

    public Hazard {
        if (!(perHour >= 0) || Double.isInfinite(perHour)) {
            throw new IllegalArgumentException("Hazard must be finite and not negative, was " + perHour);
        }
    }

    /// The rate at which any of `nodes` nodes is interrupted.
    public Hazard ofNodes(int nodes) {
        return new Hazard(perHour * nodes);
    }

    /// Probability of at least one interruption within `hours`, in [0, 1). Poisson model.
    public double probabilityWithin(double hours) {
        return -Math.expm1(-perHour * hours);
    }
}
