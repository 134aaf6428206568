package ai.artenic.optimizer.adapters.pricing.runpod;

import ai.artenic.optimizer.adapters.pricing.spi.Freshness;
import ai.artenic.optimizer.adapters.pricing.spi.Json;
import ai.artenic.optimizer.adapters.pricing.spi.OfferSheet;
import ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
import ai.artenic.optimizer.adapters.pricing.spi.RegionWalk;
import ai.artenic.optimizer.adapters.pricing.spi.SourceTools;
import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import ai.artenic.optimizer.adapters.pricing.spi.WebPriceSource;
import ai.artenic.optimizer.adapters.pricing.spi.WebRequest;
import ai.artenic.optimizer.application.port.PriceSource;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// RunPod's GraphQL API, which anyone may ask: pods of 1, 2, 4, 8 … GPUs, as many as a type has, in the secure and in
/// the community cloud of the countries of `pricing.runpod.countries`, one question each. What no country has is sold
/// out and listed once, under `global`. A least bid is a spot price only if it is below the price without interruption;
/// spot pods are no longer documented. Asks with `pricing.runpod.api-key` where there is one. Disks cost extra.
public final class RunPod implements PriceSourceProvider {
    private static final String ORIGIN = "RunPod GraphQL API";
    private static final String HOST = "api.runpod.io";
    private static final URI GRAPHQL = URI.create("https://" + HOST + "/graphql");
    private static final List<String> COUNTRIES = List.of("CA", "CZ", "IS", "NL", "NO", "RO", "SE", "US");
    private static final String SOLD_OUT = "global";
    private static final int MOST_GPUS = 32;
    private static final int LONGEST_REASON = 200;
    private static final String QUERY = """
            query Prices($asked: GpuLowestPriceInput) {
              gpuTypes {
                id displayName memoryInGb maxGpuCount secureCloud communityCloud securePrice communityPrice
                lowestPrice(input: $asked) {
                  minimumBidPrice uninterruptablePrice minVcpu minMemory stockStatus
                }
              }
            }
            """;

    /// For [java.util.ServiceLoader].
    public RunPod() {}

    @Override
    public String key() {
        return "runpod";
    }

    @Override
    public Set<String> hosts() {
        return Set.of(HOST);
    }

    @Override
    public Set<String> settings() {
        return Set.of("api-key", "countries");
    }

    @Override
    public Freshness freshness() {
        return Freshness.HOURS;
    }

    @Override
    public PriceSource create(SourceTools tools) {
        return new WebPriceSource(ORIGIN, () -> read(tools));
    }

    private static OfferSheet read(SourceTools tools) throws UnreadableSourceException {
        OfferSheet sheet = tools.sheets().sheet(ORIGIN, "USD", tools.clock().instant());
        List<String> countries = tools.settings().list("countries", COUNTRIES);
        var soldOut = new TreeMap<String, Pod>();
        var found = new TreeSet<String>();
        var read = new ArrayList<String>();
        RegionWalk.over(countries, sheet, country -> {
            for (Pod pod : pods(country, tools)) {
                soldOut.putIfAbsent(pod.instanceType(), pod);
                if (pod.hasHost()) {
                    found.add(pod.instanceType());
                    sheet.add(pod.quote(country));
                }
            }
            read.add(country);
        });
        soldOut.keySet().removeAll(found);
        if (read.size() == countries.size()) {
            soldOut.values().forEach(pod -> sheet.add(pod.quote(SOLD_OUT)));
        }
        return sheet;
    }

    private static List<Pod> pods(String country, SourceTools tools) throws UnreadableSourceException {
        var pods = new ArrayList<Pod>();
        for (Tier tier : Tier.values()) {
            int most = 1;
            for (int gpus = 1; gpus <= most; gpus *= 2) {
                for (JsonNode type : types(country, tier, gpus, tools)) {
                    pods.add(new Pod(type, tier, gpus));
                    most = Math.max(
                            most, Math.min(MOST_GPUS, type.path("maxGpuCount").asInt(1)));
                }
            }
        }
        return pods.stream().filter(Pod::exists).toList();
    }

    private static List<JsonNode> types(String country, Tier tier, int gpus, SourceTools tools)
            throws UnreadableSourceException {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("gpuCount", gpus);
        asked.put("secureCloud", tier == Tier.SECURE);
        asked.put("countryCode", country);
        String question = Json.written(Map.of("query", QUERY, "variables", Map.of("asked", asked)));
        var request = WebRequest.post(GRAPHQL, question);
        JsonNode answer = tools.web()
                .read(tools.settings().text("api-key").map(request::bearer).orElse(request), Json::tree);
        if (!answer.path("data").path("gpuTypes").isArray()
                && answer.path("errors").isArray()) {
            String why = answer.path("errors").path(0).path("message").asString("no reason given");
            throw new UnreadableSourceException("the query is refused: "
                    + why.substring(0, Math.min(LONGEST_REASON, why.length())).replaceAll("\\s+", " "));
        }
        return Json.list(answer.path("data"), "gpuTypes");
    }
}
