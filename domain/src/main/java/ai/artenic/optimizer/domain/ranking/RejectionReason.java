package ai.artenic.optimizer.domain.ranking;

/// Why a candidate is not in the ranking. A candidate is counted under the first reason that applies, in this order.
public enum RejectionReason {
    UNAVAILABLE,
    PROVIDER_EXCLUDED,
    REGION_NOT_ALLOWED,
    SPOT_NOT_ALLOWED,
    GPU_REQUIRED,
    GPU_TYPE_NOT_ALLOWED,
    FRAMEWORK_NOT_SUPPORTED,
    GPU_MEMORY_TOO_SMALL,
    MEMORY_TOO_SMALL,
    SPOT_WOULD_NOT_FINISH,
    PRICE_ABOVE_LIMIT,
    HOURS_ABOVE_LIMIT,
    COST_ABOVE_LIMIT
}
