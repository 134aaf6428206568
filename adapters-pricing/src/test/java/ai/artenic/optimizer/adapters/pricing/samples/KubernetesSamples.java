package ai.artenic.optimizer.adapters.pricing.samples;

import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.adapters.pricing.kubernetes.Kubernetes;
import ai.artenic.optimizer.adapters.pricing.spi.Json;
import ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
import ai.artenic.optimizer.domain.offer.Offer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A node with the labels that NVIDIA documents, at the rates that OpenCost starts with.
public final class KubernetesSamples implements SampleCheck {
    private List<String> settings = List.of();

    @Override
    public String provider() {
        return "kubernetes";
    }

    @Override
    public void serve(ProviderServer server, Path samples) throws IOException {
        server.at("api/v1/nodes", Files.readString(samples.resolve("gfd_node_labels_documented.json")));
        JsonNode rates = Json.tree(Files.readString(samples.resolve("opencost_custom_pricing_default.json")));
        settings = List.of(
                "endpoint", server.address(),
                "token", "none",
                "currency", "USD",
                "cpu-rate", rates.path("CPU").asString(""),
                "ram-rate", rates.path("RAM").asString(""),
                "gpu-rate", rates.path("GPU").asString(""));
    }

    @Override
    public PriceSourceProvider source() {
        return new Kubernetes();
    }

    @Override
    public List<String> settings() {
        return settings;
    }

    @Override
    public List<String> mistakes(List<Offer> offers) {
        return new Samples(offers)
                .count(1)
                .offer("dgx-2h", "on-prem", "0.95 USD, -, 95.5, 1509.0925102233887, 1 x A100-40GB of 40")
                .mistakes();
    }
}
