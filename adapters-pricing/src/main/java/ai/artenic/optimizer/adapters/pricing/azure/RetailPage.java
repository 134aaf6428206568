package ai.artenic.optimizer.adapters.pricing.azure;

import ai.artenic.optimizer.adapters.pricing.azure.Meter.MalformedMeterException;
import ai.artenic.optimizer.adapters.pricing.spi.Json;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// A page of the retail list.
///
/// @param items all that stand on it
/// @param meters those of interest
/// @param unreadable why others of interest are left out
/// @param next the address of the page after it, if it is named
record RetailPage(int items, List<Meter> meters, List<String> unreadable, Optional<String> next) {
    private static final Set<Integer> FULL = Set.of(100, 1000);

    RetailPage {
        meters = List.copyOf(meters);
        unreadable = List.copyOf(unreadable);
    }

    /// @throws tools.jackson.core.JacksonException if the body is no such page
    static RetailPage read(InputStream body, String region) {
        JsonNode page = Json.tree(body);
        JsonNode items = page.path("Items");
        if (!items.isArray()) {
            throw Json.unexpected("no list 'Items'");
        }
        List<Meter> meters = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (JsonNode item : items) {
            if (Meter.isOfInterest(item, region)) {
                try {
                    meters.add(Meter.of(item));
                } catch (MalformedMeterException e) {
                    unreadable.add(name(item) + "/" + region + " " + e.getMessage());
                }
            }
        }
        return new RetailPage(items.size(), meters, unreadable, Json.text(page.path("NextPageLink")));
    }

    /// Whether it has as many items as a page can have, so that there may be another even where none is named.
    boolean isFull() {
        return FULL.contains(items);
    }

    private static String name(JsonNode item) {
        return item.path("armSkuName").asString("") + " ("
                + item.path("meterName").asString("") + ")";
    }
}
