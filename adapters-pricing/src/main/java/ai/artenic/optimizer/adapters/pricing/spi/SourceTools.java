package ai.artenic.optimizer.adapters.pricing.spi;

import ai.artenic.optimizer.domain.offer.Machine;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/// What a price source works with.
///
/// @param settings what the operator says of this provider
/// @param web the only way out
/// @param sheets turns quotes into offers
/// @param machines the hardware of an instance type, as the bundled snapshot knows it: for price lists that do not
///     say
/// @param clock tells when prices were observed
public record SourceTools(
        SourceSettings settings,
        Web web,
        OfferSheets sheets,
        Function<String, Optional<Machine>> machines,
        InstantSource clock) {}
