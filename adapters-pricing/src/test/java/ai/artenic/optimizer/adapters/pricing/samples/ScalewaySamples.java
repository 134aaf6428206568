package ai.artenic.optimizer.adapters.pricing.samples;

import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.adapters.pricing.scaleway.Scaleway;
import ai.artenic.optimizer.adapters.pricing.spi.Json;
import ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
import ai.artenic.optimizer.domain.offer.Offer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Scaleway's recorded answers.
public final class ScalewaySamples implements SampleCheck {
    private static final List<String> ZONES = List.of("fr-par-1", "it-mil-1", "nl-ams-2", "pl-waw-1");
    private static final long PER_PAGE = 100;

    @Override
    public String provider() {
        return "scaleway";
    }

    @Override
    public void serve(ProviderServer server, Path samples) throws IOException {
        List<JsonNode> products = products(samples);
        server.at("api.scaleway.com/product-catalog/v2alpha1/public-catalog/products", request -> {
            int page = Integer.parseInt(request.address().replaceAll(".*[&?]page=(\\d+).*", "$1"));
            return ProviderServer.Reply.ok(products.stream()
                    .skip((page - 1) * PER_PAGE)
                    .limit(PER_PAGE)
                    .map(JsonNode::toString)
                    .collect(Collectors.joining(
                            ",", "{\"products\": [", "], \"total_count\": " + products.size() + "}")));
        });
        server.bundling(Samples.bundled());
        String stock = "api.scaleway.com/instance/v1/zones/%s/products/servers/availability";
        for (String zone : ZONES) {
            String file = "products_servers_availability_" + zone + ".full.json";
            server.at(stock.formatted(zone), "{\"servers\": {}}");
            server.at(stock.formatted(zone) + "?per_page=100&page=1", Files.readString(samples.resolve(file)));
        }
    }

    @Override
    public PriceSourceProvider source() {
        return new Scaleway();
    }

    @Override
    public List<String> settings() {
        return List.of("secret-key", "none");
    }

    @Override
    public List<String> mistakes(List<Offer> offers) {
        long soldOut = offers.stream().filter(offer -> !offer.available()).count();
        return new Samples(offers)
                .count(240)
                .same("sold out", 43L, soldOut)
                .offer("L4-8-24G", "fr-par", "6.3 EUR, -, 64, 384, 8 x L4 of 24")
                .offer("B300-SXM-8-288G", "fr-par", "60 EUR, -, 224, 3840, 8 x B300 of 270")
                .offer("POP2-2C-8G", "fr-par", "0.0735 EUR, -, 2, 8, -")
                .offer("STANDARD2-A32C-128G", "fr-par", "1.0078 EUR, -, 32, 128, -")
                .offer("RENDER-S", "fr-par", "1.221 EUR, -, 10, 42, 1 x P100 of 16")
                .mistakes();
    }

    private static List<JsonNode> products(Path samples) throws IOException {
        var products = new ArrayList<JsonNode>();
        for (String zone : ZONES) {
            String file = "public_catalog_products_" + zone + ".full.json";
            Json.tree(Files.readString(samples.resolve(file))).path("products").forEach(products::add);
        }
        String retired = Files.readString(samples.resolve("public_catalog_products_retired.json"));
        Json.tree(retired).path("products").forEach(products::add);
        return products;
    }
}
