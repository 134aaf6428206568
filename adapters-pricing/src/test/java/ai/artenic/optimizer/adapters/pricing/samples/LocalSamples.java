package ai.artenic.optimizer.adapters.pricing.samples;

import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.adapters.pricing.local.LocalMachine;
import ai.artenic.optimizer.adapters.pricing.spi.Json;
import ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
import ai.artenic.optimizer.domain.offer.Offer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A cost model of one machine, as settings.
public final class LocalSamples implements SampleCheck {
    private List<String> settings = List.of();

    @Override
    public String provider() {
        return "local";
    }

    @Override
    public void serve(ProviderServer server, Path samples) throws IOException {
        JsonNode model = Json.tree(Files.readString(samples.resolve("local_cost_model.json")));
        BigDecimal watts = number(model.path("host_w"))
                .add(number(model.path("gpu_tdp_w").path("RTX4090")))
                .multiply(number(model.path("pue")));
        settings = List.of(
                "watts", watts.toPlainString(),
                "eur-per-kwh", number(model.path("electricity_eur_kwh")).toPlainString(),
                "purchase-eur", number(model.path("hardware_eur")).toPlainString(),
                "lifetime-hours", number(model.path("amortisation_hours")).toPlainString(),
                "gpu", "RTX4090");
    }

    private static BigDecimal number(JsonNode node) {
        return Json.decimal(node).orElseThrow();
    }

    @Override
    public PriceSourceProvider source() {
        return new LocalMachine();
    }

    @Override
    public List<String> settings() {
        return settings;
    }

    @Override
    public List<String> mistakes(List<Offer> offers) {
        return new Samples(offers)
                .count(1)
                .offer("this-machine", "local", "0.290129376 EUR, -, -, -, 1 x RTX4090 of 24")
                .mistakes();
    }
}
