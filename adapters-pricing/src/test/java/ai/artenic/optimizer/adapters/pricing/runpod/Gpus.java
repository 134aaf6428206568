package ai.artenic.optimizer.adapters.pricing.runpod;

import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.adapters.pricing.ProviderServer.Reply;
import ai.artenic.optimizer.adapters.pricing.spi.Json;
import ai.artenic.optimizer.application.port.PriceSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// A RunPod that answers questions about GPU types.
final class Gpus implements AutoCloseable {
    static final String ADDRESS = "api.runpod.io/graphql";

    final ProviderServer server = new ProviderServer();
    private final List<String> types = new ArrayList<>();
    private final Map<String, String> lowest = new LinkedHashMap<>();

    Gpus() {
        server.at(ADDRESS, request -> Reply.ok(answer(Json.tree(request.body()).path("variables"))));
    }

    /// Sells GPUs, at most 8 in a pod.
    Gpus sells(String id, String shown, int memoryGb, String securePrice, String communityPrice) {
        return sells("""
                {"id": "%s", "displayName": "%s", "memoryInGb": %d, "maxGpuCount": 8, "secureCloud": true,
                 "communityCloud": true, "securePrice": %s, "communityPrice": %s}""".formatted(id, shown, memoryGb, securePrice, communityPrice));
    }

    Gpus sells(String type) {
        types.add(type);
        return this;
    }

    /// Has hosts of all types for so many GPUs of this tier in this country.
    Gpus in(String country, String tier, int gpus, String lowestPrice) {
        lowest.put(country + "/" + tier.equals("SECURE") + "/" + gpus, lowestPrice);
        return this;
    }

    PriceSource source(String... settings) {
        return server.source(new RunPod(), settings);
    }

    private String answer(JsonNode variables) {
        JsonNode asked = variables.path("asked");
        String price = lowest.getOrDefault(
                asked.path("countryCode").asString("") + "/"
                        + asked.path("secureCloud").asBoolean() + "/"
                        + asked.path("gpuCount").asInt(),
                """
                {"minimumBidPrice": null, "uninterruptablePrice": null, "minVcpu": null, "minMemory": null,
                 "stockStatus": null}""");
        return types.stream()
                .map(type -> type.replaceFirst("\\}\\s*$", ", \"lowestPrice\": " + price + "}"))
                .collect(Collectors.joining(",", "{\"data\": {\"gpuTypes\": [", "]}}"));
    }

    @Override
    public void close() {
        server.close();
    }
}
