package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.quantity.EurPerHour;

/// A place in a list of offers: where the offer of this price and id stands, or stood before it vanished.
///
/// @param price the price the list is sorted by
public record OfferPosition(EurPerHour price, OfferId id) {}
