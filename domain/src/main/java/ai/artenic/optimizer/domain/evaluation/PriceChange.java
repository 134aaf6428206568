package ai.artenic.optimizer.domain.evaluation;

import ai.artenic.optimizer.domain.offer.Offer;

/// A price that a provider really asked for from a day on.
///
/// @param source who recorded it
public record PriceChange(String source, Offer offer) {}
