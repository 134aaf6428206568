package ai.artenic.optimizer.adapters.pricing.spi;

import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provider;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// What a price source works with.
///
/// @param settings what the operator says of this provider
/// @param web the only way out
/// @param sheets turns quotes into offers
/// @param machines the hardware of an instance type, as the bundled snapshot knows it: for price lists that do not
///     say
/// @param bundled what the bundled snapshot says that the provider offers: for price lists that name parts of machines
///     only, and for providers that publish no list
/// @param clouds what the bundled snapshot says that another provider offers: for clusters that stand on its machines
/// @param clock tells when prices were observed
public record SourceTools(
        SourceSettings settings,
        Web web,
        OfferSheets sheets,
        Function<String, Optional<Machine>> machines,
        Supplier<List<Offer>> bundled,
        Function<Provider, List<Offer>> clouds,
        InstantSource clock) {}
