package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.offer.OfferId;

/// A rejected candidate that came closest to being admitted, and what it lacks:
/// `"needs 31.2 GB per GPU, has 24"`.
public record NearMiss(RejectionReason reason, OfferId offer, boolean isSpot, int nodeCount, String detail) {}
