package ai.artenic.optimizer.adapters.pricing.samples;

import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.adapters.pricing.runpod.RunPod;
import ai.artenic.optimizer.adapters.pricing.spi.Json;
import ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
import ai.artenic.optimizer.domain.offer.Offer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// RunPod's documented answers, in one.
public final class RunPodSamples implements SampleCheck {
    @Override
    public String provider() {
        return "runpod";
    }

    @Override
    public void serve(ProviderServer server, Path samples) throws IOException {
        List<JsonNode> types = Stream.concat(
                        types(samples.resolve("graphql_gpuTypes_docs.json")),
                        types(samples.resolve("graphql_gpuTypes_stock_docs.json")))
                .toList();
        server.at("api.runpod.io/graphql", Json.written(Map.of("data", Map.of("gpuTypes", types))));
    }

    @Override
    public PriceSourceProvider source() {
        return new RunPod();
    }

    @Override
    public List<String> settings() {
        return List.of("countries", "US");
    }

    @Override
    public List<String> mistakes(List<Offer> offers) {
        return new Samples(offers)
                .count(3)
                .same("in stock", 2L, offers.stream().filter(Offer::available).count())
                .offer("1x_RTX3090_COMMUNITY", "US", "0.3 USD, 0.54, -, -, 1 x RTX3090 of 24")
                .offer("1x_RTXA4000_SECURE", "US", "0.35 USD, -, -, -, 1 x RTXA4000 of 16")
                .offer("1x_RTXA4000_COMMUNITY", "US", "0.35 USD, -, -, -, 1 x RTXA4000 of 16")
                .mistakes();
    }

    private static Stream<JsonNode> types(Path file) throws IOException {
        return Json.tree(Files.readString(file)).path("data").path("gpuTypes").valueStream();
    }
}
