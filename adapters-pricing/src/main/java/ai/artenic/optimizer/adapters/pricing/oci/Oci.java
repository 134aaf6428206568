package ai.artenic.optimizer.adapters.pricing.oci;

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
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Oracle's price list of parts, alike in all regions, and our table of the shapes made of them. Preemptible machines
/// cost half. `pricing.oci.currency` is USD unless set; Oracle's other lists are no conversions.
public final class Oci implements PriceSourceProvider {
    private static final String ORIGIN = "Oracle price list";
    private static final String HOST = "apexapps.oracle.com";
    private static final String PRODUCTS = "https://" + HOST + "/pls/apex/cetools/api/v1/products/";
    private static final String EVERYWHERE = "global";
    private static final BigDecimal PREEMPTIBLE = new BigDecimal("0.5");
    private static final int MOST_PAGES = 50;

    /// For [java.util.ServiceLoader].
    public Oci() {}

    @Override
    public String key() {
        return "oci";
    }

    @Override
    public Set<String> hosts() {
        return Set.of(HOST);
    }

    @Override
    public Set<String> settings() {
        return Set.of("currency");
    }

    @Override
    public Freshness freshness() {
        return Freshness.DAYS;
    }

    @Override
    public PriceSource create(SourceTools tools) {
        return new WebPriceSource(ORIGIN, () -> read(tools));
    }

    private static OfferSheet read(SourceTools tools) throws UnreadableSourceException {
        String currency = tools.settings().text("currency").orElse("USD");
        OfferSheet sheet = tools.sheets().sheet(ORIGIN, currency, tools.clock().instant());
        Map<String, BigDecimal> prices = prices(tools, currency);
        var without = new TreeMap<String, List<String>>();
        for (Shape shape : ShapeTable.bundled()) {
            List<String> missing = shape.missing(prices);
            missing.forEach(part ->
                    without.computeIfAbsent(part, added -> new ArrayList<>()).add(shape.name()));
            if (missing.isEmpty()) {
                add(shape, prices, sheet);
            }
        }
        without.forEach((part, shapes) -> sheet.reject(
                part, "has no price, which leaves out " + shapes.size() + " shapes such as " + shapes.getFirst()));
        return sheet;
    }

    private static void add(Shape shape, Map<String, BigDecimal> prices, OfferSheet sheet) {
        BigDecimal price = shape.price(prices);
        Quote quote = Quote.of(shape.name(), EVERYWHERE).onDemand(price);
        shape.hardware().tell(quote);
        if (shape.isPreemptible()) {
            quote.spot(price.multiply(PREEMPTIBLE));
        }
        sheet.add(quote);
    }

    private static Map<String, BigDecimal> prices(SourceTools tools, String currency) throws UnreadableSourceException {
        var prices = new HashMap<String, BigDecimal>();
        var loop = new PageLoop("pages of products", MOST_PAGES);
        Optional<URI> at = Optional.of(
                URI.create(PRODUCTS + "?currencyCode=" + URLEncoder.encode(currency, StandardCharsets.UTF_8)));
        while (at.isPresent()) {
            loop.enter(at.get().toString());
            JsonNode page = tools.web().read(WebRequest.get(at.get()), Json::tree);
            for (JsonNode item : Json.list(page, "items")) {
                Json.text(item.path("partNumber"))
                        .ifPresent(part -> price(item, currency).ifPresent(price -> prices.put(part, price)));
            }
            at = next(page, at.get());
        }
        return prices;
    }

    /// The last price counts: the first ones of some parts are a free allowance, not a price.
    private static Optional<BigDecimal> price(JsonNode item, String currency) {
        return item.path("currencyCodeLocalizations")
                .valueStream()
                .filter(list -> list.path("currencyCode").asString("").equals(currency))
                .flatMap(list -> list.path("prices").valueStream())
                .filter(price -> price.path("model").asString("").equals("PAY_AS_YOU_GO"))
                .reduce((earlier, later) -> later)
                .flatMap(price -> Json.decimal(price.path("value")))
                .filter(price -> price.signum() > 0);
    }

    private static Optional<URI> next(JsonNode page, URI at) throws UnreadableSourceException {
        Optional<String> link = page.path("links")
                .valueStream()
                .filter(candidate -> candidate.path("rel").asString("").equals("next"))
                .flatMap(candidate -> Json.text(candidate.path("href")).stream())
                .findFirst();
        try {
            return link.map(at::resolve);
        } catch (IllegalArgumentException e) {
            throw new UnreadableSourceException("the link to the next page is no address", e);
        }
    }
}
