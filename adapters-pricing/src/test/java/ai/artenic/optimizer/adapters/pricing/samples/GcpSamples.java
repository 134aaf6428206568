package ai.artenic.optimizer.adapters.pricing.samples;

import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.adapters.pricing.gcp.Gcp;
import ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
import ai.artenic.optimizer.domain.offer.Offer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Gcp's recorded answers.
public final class GcpSamples implements SampleCheck {
    @Override
    public String provider() {
        return "gcp";
    }

    @Override
    public void serve(ProviderServer server, Path samples) throws IOException {
        String skus = "cloudbilling.googleapis.com/v1/services/6F81-5844-456A/skus";
        String page = Files.readString(samples.resolve("billing_catalog_skus.json"));
        server.bundling(Samples.bundled());
        server.at(
                skus,
                request -> ProviderServer.Reply.ok(
                        request.address().contains("pageToken=") ? "{\"nextPageToken\": \"\"}" : page));
    }

    @Override
    public PriceSourceProvider source() {
        return new Gcp();
    }

    @Override
    public List<String> settings() {
        return List.of("api-key", "none");
    }

    @Override
    public List<String> mistakes(List<Offer> offers) {
        return new Samples(offers)
                .count(15)
                .offer("a2-highgpu-1g", "us-central1", "3.673385 USD, -, 12, 85, 1 x A100-40GB of 40")
                .offer("a2-highgpu-8g", "us-east1", "29.38708 USD, -, 96, 680, 8 x A100-40GB of 40")
                .offer("a2-megagpu-16g", "us-west1", "55.739504 USD, -, 96, 1360, 16 x A100-40GB of 40")
                .mistakes();
    }
}
