package ai.artenic.optimizer.adapters.pricing.samples;

import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
import ai.artenic.optimizer.domain.offer.Offer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Holds one provider's source against answers recorded from the provider, which are no part of this project.
public interface SampleCheck {
    /// The provider's key.
    String provider();

    /// Answers like the provider, with the recorded files of this folder.
    void serve(ProviderServer server, Path samples) throws IOException;

    /// What is checked.
    PriceSourceProvider source();

    /// Settings it needs: name, value, name, value …
    List<String> settings();

    /// What is not as expected; nothing if all is well.
    List<String> mistakes(List<Offer> offers);
}
