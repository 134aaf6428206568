package ai.artenic.optimizer.adapters.pricing.scaleway;

import ai.artenic.optimizer.adapters.pricing.spi.Json;
import ai.artenic.optimizer.adapters.pricing.spi.OfferSheet;
import ai.artenic.optimizer.adapters.pricing.spi.PageLoop;
import ai.artenic.optimizer.adapters.pricing.spi.SourceTools;
import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import ai.artenic.optimizer.adapters.pricing.spi.WebRequest;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What is sold out, by zone. Told to who has a key only; nothing counts as sold out for others.
final class Stock {
    private static final int PER_PAGE = 100;
    private static final int MOST_PAGES = 20;

    private final Set<String> soldOut = new HashSet<>();

    private Stock() {}

    /// The stock of these zones. A zone whose stock cannot be read is named, and its machines count as available.
    static Stock of(Set<String> zones, SourceTools tools, OfferSheet sheet) {
        var stock = new Stock();
        Optional<String> key = tools.settings().text("secret-key");
        for (String zone : key.isEmpty() ? Set.<String>of() : zones) {
            try {
                stock.read(zone, key.orElseThrow(), tools);
            } catch (UnreadableSourceException e) {
                sheet.reject("stock of " + zone, String.valueOf(e.getMessage()));
            }
        }
        return stock;
    }

    boolean isAvailable(ZonalPrice price) {
        return !soldOut.contains(price.zone() + "/" + price.type());
    }

    private void read(String zone, String key, SourceTools tools) throws UnreadableSourceException {
        var loop = new PageLoop("pages of stock", MOST_PAGES);
        int read = PER_PAGE;
        for (int page = 1; read == PER_PAGE; page++) {
            var uri = URI.create("https://" + Scaleway.HOST + "/instance/v1/zones/" + zone
                    + "/products/servers/availability?per_page=" + PER_PAGE + "&page=" + page);
            JsonNode answer = tools.web().read(WebRequest.get(uri).header("X-Auth-Token", key), Json::tree);
            JsonNode servers = answer.path("servers");
            if (!servers.isObject()) {
                throw new UnreadableSourceException("the answer has no map 'servers'");
            }
            loop.enter(servers.propertyNames().stream().findFirst().orElse(""));
            servers.forEachEntry((type, server) -> {
                if (server.path("availability").asString("").equals("shortage")) {
                    soldOut.add(zone + "/" + type);
                }
            });
            read = servers.size();
        }
    }
}
