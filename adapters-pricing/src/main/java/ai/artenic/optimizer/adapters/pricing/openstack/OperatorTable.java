package ai.artenic.optimizer.adapters.pricing.openstack;

import ai.artenic.optimizer.adapters.pricing.rates.UnitRates;
import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/// What the operator of a cloud asks for its flavors.
///
/// @param currency of all its prices, as an ISO code
/// @param validFrom since when they hold; else when the file was written
/// @param flavors prices per hour by name of the flavor, which count before rates
/// @param rates for flavors that are not named
/// @param devices what devices in extra specs are
record OperatorTable(
        String currency,
        Instant validFrom,
        Map<String, BigDecimal> flavors,
        UnitRates rates,
        Map<String, Device> devices) {
    OperatorTable {
        flavors = Map.copyOf(flavors);
        devices = Map.copyOf(devices);
    }

    /// Reads the file.
    ///
    /// @throws UnreadableSourceException naming all that is wrong with it
    static OperatorTable read(Path file) throws UnreadableSourceException {
        return new TableReader(file).read();
    }
}
