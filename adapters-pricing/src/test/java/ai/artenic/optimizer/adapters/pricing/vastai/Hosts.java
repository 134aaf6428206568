package ai.artenic.optimizer.adapters.pricing.vastai;

import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.adapters.pricing.ProviderServer.Reply;
import ai.artenic.optimizer.adapters.pricing.spi.Json;
import ai.artenic.optimizer.application.port.PriceSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A market of hosts that answers both searches.
final class Hosts implements AutoCloseable {
    static final String ADDRESS = "console.vast.ai/api/v0/bundles/";

    final ProviderServer server = new ProviderServer();
    private final List<String> onDemand = new ArrayList<>();
    private final List<String> interruptible = new ArrayList<>();

    Hosts() {
        server.at(ADDRESS, request -> {
            boolean isBid = Json.tree(request.body()).path("type").asString("").equals("bid");
            return Reply.ok("{\"offers\": [" + String.join(",", isBid ? interruptible : onDemand) + "]}");
        });
    }

    /// A host with two RTX 3090 and 40 of its 80 cores, whose fields may be said otherwise.
    static String host(String... otherwise) {
        var fields = new LinkedHashMap<String, String>(Map.of(
                "id", "4711",
                "gpu_name", "\"RTX 3090\"",
                "num_gpus", "2",
                "gpu_frac", "0.5",
                "gpu_ram", "24576",
                "cpu_cores", "80",
                "cpu_cores_effective", "40.0",
                "cpu_ram", "257659",
                "disk_space", "900.5",
                "geolocation", "\"Romania, RO\""));
        fields.putAll(Map.of(
                "rentable", "true",
                "verification", "\"verified\"",
                "dph_base", "0.36",
                "dph_total", "0.99",
                "min_bid", "0.11",
                "storage_cost", "0.144"));
        for (int i = 0; i < otherwise.length; i += 2) {
            fields.put(otherwise[i], otherwise[i + 1]);
        }
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\": " + field.getValue())
                .toList()
                .toString()
                .replaceFirst("^\\[", "{")
                .replaceFirst("]$", "}");
    }

    Hosts rents(String host) {
        onDemand.add(host);
        return this;
    }

    Hosts auctions(String host) {
        interruptible.add(host);
        return this;
    }

    PriceSource source(String... settings) {
        return server.source(new VastAi(), settings);
    }

    @Override
    public void close() {
        server.close();
    }
}
