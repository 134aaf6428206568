package ai.artenic.optimizer.domain.pricing;

/// Why a price is not believed.
public enum QuarantineReason {
    ZERO_PRICE,
    NEAR_ZERO_PRICE,
    SPOT_ABOVE_ON_DEMAND,
    PRICE_JUMP,
    PER_GPU_PER_NODE_MIX_UP,
    VANISHED_MAJORITY
}
