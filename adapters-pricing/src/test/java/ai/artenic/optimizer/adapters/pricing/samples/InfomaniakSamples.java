package ai.artenic.optimizer.adapters.pricing.samples;

import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.adapters.pricing.infomaniak.Infomaniak;
import ai.artenic.optimizer.adapters.pricing.spi.Json;
import ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
import ai.artenic.optimizer.domain.offer.Offer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Infomaniak's recorded answers.
public final class InfomaniakSamples implements SampleCheck {
    private @Nullable JsonNode page;

    @Override
    public String provider() {
        return "infomaniak";
    }

    @Override
    public void serve(ProviderServer server, Path samples) throws IOException {
        server.bundling(Samples.bundled());
        page = Json.tree(Files.readString(samples.resolve("price_page_hand_collected.json")));
    }

    @Override
    public PriceSourceProvider source() {
        return new Infomaniak();
    }

    @Override
    public List<String> settings() {
        return List.of();
    }

    @Override
    public List<String> mistakes(List<Offer> offers) {
        var samples = new Samples(offers)
                .count(84)
                .offer("nvt4-a4-ram8-disk50-perf2", "ch-gva", "0.21321 EUR, -, 4, 8, 1 x T4 of 16")
                .offer("a4-ram8-disk50-perf1", "ch-gva", "0.01986 EUR, -, 4, 8, -");
        for (JsonNode row : Objects.requireNonNull(page).path("instances")) {
            List<BigDecimal> prices = offers.stream()
                    .filter(offer ->
                            offer.id().instanceType().equals(row.path("id").asString()))
                    .map(offer -> offer.provenance().nativePrice().stripTrailingZeros())
                    .toList();
            samples.same(
                    row.path("id").asString(),
                    List.of(Json.decimal(row.path("price_hourly")).orElseThrow().stripTrailingZeros()),
                    prices);
        }
        return samples.mistakes();
    }
}
