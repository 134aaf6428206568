package ai.artenic.optimizer.adapters.pricing.aws;

import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import java.util.List;

/// One of the lists in which AWS publishes on-demand prices of Linux machines on shared hardware.
interface PriceList {
    /// What people call the list.
    String origin();

    /// The machines of a region.
    ///
    /// @throws UnreadableSourceException if the list of this region cannot be read
    List<Listed> read(String region) throws UnreadableSourceException;
}
