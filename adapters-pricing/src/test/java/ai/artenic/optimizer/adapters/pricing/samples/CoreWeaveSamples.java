package ai.artenic.optimizer.adapters.pricing.samples;

import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.adapters.pricing.coreweave.CoreWeave;
import ai.artenic.optimizer.adapters.pricing.coreweave.PageOfPrices;
import ai.artenic.optimizer.adapters.pricing.spi.Json;
import ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
import ai.artenic.optimizer.domain.offer.Offer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// CoreWeave's recorded prices, set as a page again: the recording is of what the page said, not of its markup.
public final class CoreWeaveSamples implements SampleCheck {
    @Override
    public String provider() {
        return "coreweave";
    }

    @Override
    public void serve(ProviderServer server, Path samples) throws IOException {
        var page = new PageOfPrices();
        String recorded = Files.readString(samples.resolve("pricing_page_parsed_2026-08-22.json"));
        for (JsonNode region : Json.tree(recorded).path("regions")) {
            page.region(region.path("name").asString("").toUpperCase(Locale.ROOT));
            region.path("gpu")
                    .forEach(row -> page.gpus(model(row), cells(row, "gpuCount", "vramGB", "vcpus", "systemRAMGB")));
            region.path("cpu").forEach(row -> page.cpus(model(row), cells(row, "cpuType", "vcpus", "systemRAMGB")));
        }
        server.at("www.coreweave.com/pricing", page.html());
    }

    @Override
    public PriceSourceProvider source() {
        return new CoreWeave();
    }

    @Override
    public List<String> settings() {
        return List.of("scrape", "true");
    }

    @Override
    public List<String> mistakes(List<Offer> offers) {
        return new Samples(offers)
                .count(34)
                .offer("hgx-h100-8x", "us", "49.24 USD, 0.40, 128, 2048, 8 x H100 of 80")
                .offer("gb200-nvl72-4x", "eu", "42 USD, -, 144, 960, 4 x GB200 of 186")
                .offer("a100-8x", "eu", "21.6 USD, 0.44, 128, 2048, 8 x A100-80GB of 80")
                .offer(
                        "rtx-pro-6000-blackwell-server-edition-8x",
                        "us",
                        "20 USD, 0.55, 128, 1024, 8 x RTXPRO6000 of 96")
                .offer("cpu-intel-emerald-rapids-8562y-general-purpose-high-memory", "us", "5.31 USD, 0.62, 64, 512, -")
                .same("ids of the snapshot", ids(Samples.bundled()), ids(offers))
                .mistakes();
    }

    private static List<String> ids(List<Offer> offers) {
        return offers.stream()
                .filter(offer -> offer.id().provider().key().equals("coreweave"))
                .map(offer -> offer.id().instanceType() + "/" + offer.id().region() + " "
                        + offer.provenance().nativePrice().stripTrailingZeros().toPlainString())
                .sorted()
                .toList();
    }

    private static String model(JsonNode row) {
        return row.path("model").asString("");
    }

    private static String[] cells(JsonNode row, String... fields) {
        Stream<String> texts = Stream.concat(Stream.of(fields), Stream.of("localStorageTB"))
                .map(field -> row.path(field).asString(""));
        Stream<String> prices = Stream.of("onDemandPrice", "spotPrice")
                .map(field -> Json.decimal(row.path(field))
                        .map(price -> "$" + price.toPlainString())
                        .orElse("Contact sales"));
        return Stream.concat(texts, prices).toArray(String[]::new);
    }
}
