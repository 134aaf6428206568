package ai.artenic.optimizer.domain.offer;

import ai.artenic.optimizer.domain.quantity.EurPerHour;
import ai.artenic.optimizer.domain.spot.ProviderRate;
import java.util.Optional;

/// One instance type of one provider in one region, with its prices: what is sold.
///
/// @param onDemand price of one node without interruption
/// @param spot price of one node that the provider may take back; empty where there is no spot market
/// @param providerRate how often the provider says that it takes spot nodes back, if it says
public record Offer(
        OfferId id,
        Machine machine,
        EurPerHour onDemand,
        Optional<EurPerHour> spot,
        boolean available,
        Provenance provenance,
        Optional<ProviderRate> providerRate) {

    /// An offer of whose spot nodes the provider says nothing but the price.
    public Offer(
            OfferId id,
            Machine machine,
            EurPerHour onDemand,
            Optional<EurPerHour> spot,
            boolean available,
            Provenance provenance) {
        this(id, machine, onDemand, spot, available, provenance, Optional.empty());
    }
}
