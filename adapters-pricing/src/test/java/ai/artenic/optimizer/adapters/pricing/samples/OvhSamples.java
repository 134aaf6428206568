package ai.artenic.optimizer.adapters.pricing.samples;

import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.adapters.pricing.ovh.Ovh;
import ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
import ai.artenic.optimizer.domain.offer.Offer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Ovh's recorded answers.
public final class OvhSamples implements SampleCheck {
    @Override
    public String provider() {
        return "ovh";
    }

    @Override
    public void serve(ProviderServer server, Path samples) throws IOException {
        server.at(
                "api.ovh.com/v1/order/catalog/public/cloud",
                Files.readString(samples.resolve("order_catalog_public_cloud.full.json")));
    }

    @Override
    public PriceSourceProvider source() {
        return new Ovh();
    }

    @Override
    public List<String> settings() {
        return List.of("subsidiary", "DE");
    }

    @Override
    public List<String> mistakes(List<Offer> offers) {
        return new Samples(offers)
                .count(10)
                .offer("a100-180", "eu", "2.75 EUR, -, 15, 180, 1 x A100-80GB of 80")
                .offer("b3-8", "eu", "0.0512 EUR, -, 2, 8, -")
                .offer("b3-8", "lz-af", "0.093 EUR, -, 2, 8, -")
                .offer("c3-8", "3az", "0.0913 EUR, -, 4, 8, -")
                .offer("d2-2", "eu", "0.0104 EUR, -, 1, 2, -")
                .mistakes();
    }
}
