package ai.artenic.optimizer.domain.offer;

import ai.artenic.optimizer.domain.quantity.EurPerHour;
import java.util.Optional;

/// One instance type of one provider in one region, with its prices: what is sold.
///
/// @param onDemand price of one node without interruption
/// @param spot price of one node that the provider may take back; empty where there is no spot market
public record Offer(
        OfferId id,
        Machine machine,
        EurPerHour onDemand,
        Optional<EurPerHour> spot,
        boolean available,
        Provenance provenance) {}
