package ai.artenic.optimizer.adapters.pricing.scaleway;

import ai.artenic.optimizer.adapters.pricing.scaleway.ZonalPrice.UnclearProductException;
import ai.artenic.optimizer.adapters.pricing.spi.Freshness;
import ai.artenic.optimizer.adapters.pricing.spi.Json;
import ai.artenic.optimizer.adapters.pricing.spi.OfferSheet;
import ai.artenic.optimizer.adapters.pricing.spi.PageLoop;
import ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
import ai.artenic.optimizer.adapters.pricing.spi.Quote;
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
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Scaleway's public catalogue, which anyone may read: prices by zone, per hour or per minute. Where all zones of a
/// region ask one price, it is the region's offer; where they differ, each zone has its own. With
/// `pricing.scaleway.secret-key`, what is sold out is told apart. There is no spot market.
public final class Scaleway implements PriceSourceProvider {
    static final String HOST = "api.scaleway.com";
    private static final String ORIGIN = "Scaleway public catalogue";
    private static final int PER_PAGE = 100;
    private static final int MOST_PAGES = 100;
    private static final String PRODUCTS = "https://" + HOST
            + "/product-catalog/v2alpha1/public-catalog/products?product_types=instance&page_size=" + PER_PAGE
            + "&page=";

    /// For [java.util.ServiceLoader].
    public Scaleway() {}

    @Override
    public String key() {
        return "scaleway";
    }

    @Override
    public Set<String> hosts() {
        return Set.of(HOST);
    }

    @Override
    public Set<String> settings() {
        return Set.of("secret-key");
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
        OfferSheet sheet = tools.sheets().sheet(ORIGIN, "EUR", tools.clock().instant());
        var prices = new ArrayList<ZonalPrice>();
        for (JsonNode product : products(tools)) {
            try {
                ZonalPrice.read(product).ifPresent(prices::add);
            } catch (UnclearProductException e) {
                sheet.reject(ZonalPrice.type(product), String.valueOf(e.getMessage()));
            }
        }
        Set<String> zones = prices.stream().map(ZonalPrice::zone).collect(Collectors.toSet());
        Stock stock = Stock.of(zones, tools, sheet);
        byRegion(prices).values().forEach(zonal -> add(zonal, stock, tools, sheet));
        return sheet;
    }

    private static List<JsonNode> products(SourceTools tools) throws UnreadableSourceException {
        var products = new ArrayList<JsonNode>();
        var loop = new PageLoop("pages of products", MOST_PAGES);
        boolean isMore = true;
        for (int page = 1; isMore; page++) {
            JsonNode answer = tools.web().read(WebRequest.get(URI.create(PRODUCTS + page)), Json::tree);
            List<JsonNode> read = Json.list(answer, "products");
            loop.enter(read.isEmpty() ? "" : read.getFirst().path("sku").asString(""));
            products.addAll(read);
            isMore = !read.isEmpty()
                    && products.size() < answer.path("total_count").asInt(Integer.MAX_VALUE);
        }
        return products;
    }

    private static Map<String, List<ZonalPrice>> byRegion(List<ZonalPrice> prices) {
        return prices.stream()
                .collect(Collectors.groupingBy(
                        price -> price.type() + "/" + price.region(), LinkedHashMap::new, Collectors.toList()));
    }

    private static void add(List<ZonalPrice> zonal, Stock stock, SourceTools tools, OfferSheet sheet) {
        ZonalPrice first = zonal.getFirst();
        if (zonal.stream().allMatch(price -> price.perHour().compareTo(first.perHour()) == 0)) {
            sheet.add(quote(first, tools).available(zonal.stream().anyMatch(stock::isAvailable)));
        } else {
            zonal.forEach(
                    price -> sheet.add(quote(price, tools).zone(price.zone()).available(stock.isAvailable(price))));
        }
    }

    /// The catalogue does not say how much memory a GPU has.
    private static Quote quote(ZonalPrice price, SourceTools tools) {
        Quote quote = Quote.of(price.type(), price.region());
        tools.machines().apply(price.type()).ifPresent(quote::machine);
        return price.tell(quote);
    }
}
