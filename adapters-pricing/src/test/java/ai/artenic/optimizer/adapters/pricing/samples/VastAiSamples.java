package ai.artenic.optimizer.adapters.pricing.samples;

import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
import ai.artenic.optimizer.adapters.pricing.vastai.VastAi;
import ai.artenic.optimizer.domain.offer.Offer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Vast.ai's documented answer, which serves for both searches.
public final class VastAiSamples implements SampleCheck {
    @Override
    public String provider() {
        return "vastai";
    }

    @Override
    public void serve(ProviderServer server, Path samples) throws IOException {
        server.at("console.vast.ai/api/v0/bundles/", Files.readString(samples.resolve("bundles_offers_example.json")));
    }

    @Override
    public PriceSourceProvider source() {
        return new VastAi();
    }

    @Override
    public List<String> settings() {
        return List.of();
    }

    @Override
    public List<String> mistakes(List<Offer> offers) {
        return new Samples(offers)
                .count(1)
                .offer(
                        "4x-Imaginary_RTX_9999_24GB-32-32768",
                        "Atlantis, AT, EU",
                        "0.137173417 USD, 0.91, 32, 32, 4 x Imaginary RTX 9999 of 24")
                .mistakes();
    }
}
