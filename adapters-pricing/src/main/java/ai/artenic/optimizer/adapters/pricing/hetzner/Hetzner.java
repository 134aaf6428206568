package ai.artenic.optimizer.adapters.pricing.hetzner;

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
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Hetzner's cloud: server types with a price per hour in each location, without tax, in EUR. The price per month is a
/// cap and not read; there is no spot market and there are no GPUs. Needs `pricing.hetzner.token`.
public final class Hetzner implements PriceSourceProvider {
    private static final String ORIGIN = "Hetzner Cloud API";
    private static final String HOST = "api.hetzner.cloud";
    private static final String TYPES = "https://" + HOST + "/v1/server_types?per_page=50&page=";
    private static final int MOST_PAGES = 20;

    /// For [java.util.ServiceLoader].
    public Hetzner() {}

    @Override
    public String key() {
        return "hetzner";
    }

    @Override
    public Set<String> hosts() {
        return Set.of(HOST);
    }

    @Override
    public Set<String> settings() {
        return Set.of("token");
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
        String token = tools.settings().required("token");
        Instant now = tools.clock().instant();
        OfferSheet sheet = tools.sheets().sheet(ORIGIN, "EUR", now);
        var loop = new PageLoop("pages of server types", MOST_PAGES);
        int page = 1;
        while (page > 0) {
            loop.enter(Integer.toString(page));
            JsonNode answer =
                    tools.web().read(WebRequest.get(URI.create(TYPES + page)).bearer(token), Json::tree);
            for (JsonNode type : Json.list(answer, "server_types")) {
                type.path("prices").forEach(price -> add(type, price, now, sheet));
            }
            page = answer.path("meta").path("pagination").path("next_page").asInt(0);
        }
        return sheet;
    }

    private static void add(JsonNode type, JsonNode price, Instant now, OfferSheet sheet) {
        String location = price.path("location").asString("");
        Quote quote = Quote.of(type.path("name").asString(""), location);
        Optional<JsonNode> there = type.path("locations")
                .valueStream()
                .filter(candidate -> candidate.path("name").asString("").equals(location))
                .findFirst();
        JsonNode deprecation = there.map(known -> known.path("deprecation"))
                .filter(JsonNode::isObject)
                .orElse(type.path("deprecation"));
        if (isGone(deprecation, now)) {
            return;
        }
        Optional<BigDecimal> net = Json.decimal(price.path("price_hourly").path("net"));
        if (net.isEmpty()) {
            sheet.reject(quote.instanceType() + "/" + location, "has no net price per hour");
            return;
        }
        Json.size(type.path("cores")).ifPresent(quote::vcpus);
        Json.size(type.path("memory")).ifPresent(quote::memoryGb);
        there.ifPresent(known -> quote.available(known.path("available").asBoolean(true)));
        sheet.add(quote.onDemand(net.get()));
    }

    /// A type that is announced to go is sold until the day it goes.
    private static boolean isGone(JsonNode deprecation, Instant now) {
        try {
            return Json.text(deprecation.path("unavailable_after"))
                    .map(Instant::parse)
                    .filter(last -> last.isBefore(now))
                    .isPresent();
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
