package com.example.rackshare;

import ai.artenic.optimizer.adapters.pricing.spi.Freshness;
import ai.artenic.optimizer.adapters.pricing.spi.Json;
import ai.artenic.optimizer.adapters.pricing.spi.OfferSheet;
import ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
import ai.artenic.optimizer.adapters.pricing.spi.Quote;
import ai.artenic.optimizer.adapters.pricing.spi.SourceTools;
import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import ai.artenic.optimizer.adapters.pricing.spi.WebPriceSource;
import ai.artenic.optimizer.adapters.pricing.spi.WebRequest;
import ai.artenic.optimizer.application.port.PriceSource;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// RackShare's machines, one list with prices per hour in EUR. Needs `pricing.rackshare.token`.
public final class RackShare implements PriceSourceProvider {
    private static final String ORIGIN = "RackShare API";
    private static final String HOST = "api.rackshare.example";
    private static final URI MACHINES = URI.create("https://" + HOST + "/v1/machines");

    /// For [java.util.ServiceLoader].
    public RackShare() {}

    @Override
    public String key() {
        return "rackshare";
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
        OfferSheet sheet = tools.sheets().sheet(ORIGIN, "EUR", tools.clock().instant());
        JsonNode answer = tools.web().read(WebRequest.get(MACHINES).bearer(token), Json::tree);
        for (JsonNode machine : Json.list(answer, "machines")) {
            add(machine, sheet);
        }
        return sheet;
    }

    private static void add(JsonNode machine, OfferSheet sheet) {
        Quote quote = Quote.of(machine.path("name").asString(""), machine.path("site").asString(""));
        Optional<BigDecimal> price = Json.decimal(machine.path("eur_per_hour"));
        if (price.isEmpty()) {
            sheet.reject(quote.instanceType(), "has no price per hour");
            return;
        }
        Json.size(machine.path("cores")).ifPresent(quote::vcpus);
        Json.size(machine.path("ram_gb")).ifPresent(quote::memoryGb);
        Json.text(machine.path("gpu")).ifPresent(gpu -> quote.gpu(gpu, Json.size(machine.path("gpus")).orElse(1)));
        sheet.add(quote.onDemand(price.get()).available(machine.path("free").asInt(0) > 0));
    }
}
