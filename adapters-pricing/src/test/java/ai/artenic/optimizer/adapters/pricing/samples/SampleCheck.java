package ai.artenic.optimizer.adapters.pricing.samples;

import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
import ai.artenic.optimizer.domain.offer.Offer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Holds one provider's source against recorded answers, which are not part of the project.
public interface SampleCheck {
    /// The folder of the provider's answers.
    String provider();

    /// Makes a server answer with them.
    ///
    /// @param samples the folder
    void serve(ProviderServer server, Path samples) throws IOException;

    PriceSourceProvider source();

    /// Name, value, name, value …
    List<String> settings();

    /// What differs from what was read by hand in the answers; nothing where all is well.
    List<String> mistakes(List<Offer> offers);
}
