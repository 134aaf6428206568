package ai.artenic.optimizer.adapters.pricing.samples;

import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.adapters.pricing.hetzner.Hetzner;
import ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
import ai.artenic.optimizer.domain.offer.Offer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Hetzner's recorded answers.
public final class HetznerSamples implements SampleCheck {
    @Override
    public String provider() {
        return "hetzner";
    }

    @Override
    public void serve(ProviderServer server, Path samples) throws IOException {
        server.at("api.hetzner.cloud/v1/server_types", Files.readString(samples.resolve("server_types_list.json")));
    }

    @Override
    public PriceSourceProvider source() {
        return new Hetzner();
    }

    @Override
    public List<String> settings() {
        return List.of("token", "none");
    }

    @Override
    public List<String> mistakes(List<Offer> offers) {
        return new Samples(offers)
                .count(2)
                .offer("cx21", "fsn1", "0.008 EUR, -, 2, 4, -")
                .offer("cx21", "nbg1", "0.008 EUR, -, 2, 4, -")
                .mistakes();
    }
}
