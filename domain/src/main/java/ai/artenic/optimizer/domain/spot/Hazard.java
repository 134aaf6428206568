package ai.artenic.optimizer.domain.spot;

/// Rate of interruptions of a node per hour of running, from 0 to one a second.
public record Hazard(double perHour) {
    /// Once a second: no job gets anywhere long before that, and larger rates only overflow.
    private static final double MOST_PER_HOUR = 3600;
    /// Prior for GPU nodes: the better end of measured spot traces (V100 nodes, 2022 to 2023: 0.10 to 1.4 per
    /// hour).
    public static final Hazard GPU_PRIOR = new Hazard(0.10);
    /// Prior for nodes without GPUs, whose pools are deeper (none to three interruptions in two days).
    public static final Hazard CPU_PRIOR = new Hazard(0.02);

    public Hazard {
        if (!(perHour >= 0 && perHour <= MOST_PER_HOUR)) {
            throw new IllegalArgumentException("Hazard must be 0 to " + MOST_PER_HOUR + " per hour, was " + perHour);
        }
    }

    /// What is likely of a node of which nothing was seen.
    public static Hazard prior(boolean hasGpu) {
        return hasGpu ? GPU_PRIOR : CPU_PRIOR;
    }

    /// The expected rate, at most one a second.
    static Hazard ofBelief(GammaPosterior belief) {
        return new Hazard(Math.min(MOST_PER_HOUR, belief.mean()));
    }

    /// The rate at which any of `nodes` nodes is interrupted, at most one a second.
    public Hazard ofNodes(int nodes) {
        return new Hazard(Math.min(MOST_PER_HOUR, perHour * nodes));
    }
}
