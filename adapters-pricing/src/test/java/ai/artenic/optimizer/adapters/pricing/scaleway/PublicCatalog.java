package ai.artenic.optimizer.adapters.pricing.scaleway;

import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.application.port.PriceSource;
import java.util.ArrayList;
import java.util.List;

/// A public catalogue of three products, and whatever a test adds.
final class PublicCatalog implements AutoCloseable {
    static final String ADDRESS = "api.scaleway.com/product-catalog/v2alpha1/public-catalog/products";
    static final String GPU = ", \"gpu\": {\"description\": \"2 x L4\", \"count\": 2, \"type\": \"L4\"}";

    final ProviderServer server = new ProviderServer();
    final List<String> products = new ArrayList<>(List.of(
            product("POP2-4C-16G", "fr-par-1", 0, 147_000_000, ""),
            product("POP2-4C-16G", "fr-par-2", 0, 147_000_000, ""),
            product("L4-2-24G", "fr-par-2", 0, 25_000_000, GPU).replace("\"hour\"", "\"minute\"")));

    static String product(String type, String zone, int units, int nanos, String gpu) {
        return """
                {"sku": "/compute/%1$s/%2$s", "product_category": "Instance", "product": "%1$s",
                 "locality": {"zone": "%2$s"}, "status": "general_availability",
                 "price": {"retail_price": {"currency_code": "EUR", "units": %3$d, "nanos": %4$d}},
                 "unit_of_measure": {"unit": "hour", "size": 1},
                 "properties": {"instance": {"offer_id": "%1$s"}, "hardware": {
                   "cpu": {"virtual": {"count": 4}, "threads": 4}, "ram": {"size": 17179869184}%5$s}}}""".formatted(type, zone, units, nanos, gpu);
    }

    static String page(List<String> products, int total) {
        return "{\"products\": [" + String.join(",", products) + "], \"total_count\": " + total + "}";
    }

    PriceSource source(String... settings) {
        return server.at(ADDRESS, page(products, products.size())).source(new Scaleway(), settings);
    }

    @Override
    public void close() {
        server.close();
    }
}
