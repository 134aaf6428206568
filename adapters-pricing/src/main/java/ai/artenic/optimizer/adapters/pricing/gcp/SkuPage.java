package ai.artenic.optimizer.adapters.pricing.gcp;

import ai.artenic.optimizer.adapters.pricing.gcp.Sku.UnclearSkuException;
import ai.artenic.optimizer.adapters.pricing.spi.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// What is of use in one page of the catalogue, which is a hundred times as long.
///
/// @param isList whether the page lists SKUs at all
/// @param unclear reasons by the description of what could not be understood
/// @param next token of the next page; empty on the last
record SkuPage(boolean isList, List<Sku> skus, Map<String, String> unclear, Optional<String> next) {
    static SkuPage read(JsonNode page, String currency) {
        var skus = new ArrayList<Sku>();
        var unclear = new TreeMap<String, String>();
        for (JsonNode sku : page.path("skus")) {
            try {
                Sku.read(sku, currency).ifPresent(skus::add);
            } catch (UnclearSkuException e) {
                unclear.put(sku.path("description").asString(""), String.valueOf(e.getMessage()));
            }
        }
        return new SkuPage(page.path("skus").isArray(), skus, unclear, Json.text(page.path("nextPageToken")));
    }
}
