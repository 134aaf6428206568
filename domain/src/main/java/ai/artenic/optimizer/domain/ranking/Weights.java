package ai.artenic.optimizer.domain.ranking;

/// How much each part of the heuristic score counts; four shares, none negative, that add up to one.
public record Weights(double costEfficiency, double gpuMatch, double memoryHeadroom, double reliability) {
    /// Forty, thirty, twenty and ten per cent.
    public static final Weights DEFAULT = new Weights(0.40, 0.30, 0.20, 0.10);
    private static final double TOLERANCE = 1e-9;

    public Weights {
        double sum = costEfficiency + gpuMatch + memoryHeadroom + reliability;
        double least = Math.min(Math.min(costEfficiency, gpuMatch), Math.min(memoryHeadroom, reliability));
        if (!(least >= 0) || !(Math.abs(sum - 1) <= TOLERANCE)) {
            throw new IllegalArgumentException("Weights must not be negative and must add up to 1, were "
                    + costEfficiency + ", " + gpuMatch + ", " + memoryHeadroom + ", " + reliability);
        }
    }

    /// The weights of a goal: `cost` takes these, the others move weight from cost to the GPU, whose match grows with
    /// its speed.
    public Weights towards(Goal goal) {
        return switch (goal) {
            case COST -> this;
            case BALANCED -> moved(0.30);
            case PERFORMANCE -> moved(0.625);
        };
    }

    private Weights moved(double share) {
        double moving = costEfficiency * share;
        return new Weights(costEfficiency - moving, gpuMatch + moving, memoryHeadroom, reliability);
    }
}
