package ai.artenic.optimizer.domain.pricing;

import ai.artenic.optimizer.domain.offer.Offer;

/// An offer held back by the sanity gate, with the reason and its numbers in words.
public record Quarantined(Offer offer, QuarantineReason reason, String detail) {}
