package ai.artenic.optimizer.adapters.pricing.lambda;

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
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Lambda's cloud: one list of instance types, priced in cents and alike in all regions. An empty list of regions
/// means sold out, not withdrawn. There is no spot market. Needs `pricing.lambda_labs.api-key`.
public final class LambdaLabs implements PriceSourceProvider {
    private static final String ORIGIN = "Lambda Cloud API";
    private static final URI TYPES = URI.create("https://cloud.lambda.ai/api/v1/instance-types");
    private static final Pattern MEMORY = Pattern.compile("\\((\\d+) GB");
    private static final String SOLD_OUT = "global";

    /// For [java.util.ServiceLoader].
    public LambdaLabs() {}

    @Override
    public String key() {
        return "lambda_labs";
    }

    @Override
    public Set<String> hosts() {
        return Set.of("cloud.lambda.ai");
    }

    @Override
    public Set<String> settings() {
        return Set.of("api-key");
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
        WebRequest request = WebRequest.get(TYPES).bearer(tools.settings().required("api-key"));
        List<JsonNode> types = tools.web().read(request, LambdaLabs::types);
        OfferSheet sheet = tools.sheets().sheet(ORIGIN, "USD", tools.clock().instant());
        types.forEach(type -> add(type, sheet));
        return sheet;
    }

    private static List<JsonNode> types(InputStream body) {
        JsonNode types = Json.tree(body).path("data");
        if (!types.isObject()) {
            throw Json.unexpected("the answer has no 'data'");
        }
        return types.valueStream().toList();
    }

    private static void add(JsonNode type, OfferSheet sheet) {
        List<String> regions = type.path("regions_with_capacity_available")
                .valueStream()
                .flatMap(region -> Json.text(region.path("name")).stream())
                .toList();
        if (regions.isEmpty()) {
            sheet.add(quote(type.path("instance_type"), SOLD_OUT).available(false));
        }
        regions.forEach(region -> sheet.add(quote(type.path("instance_type"), region)));
    }

    private static Quote quote(JsonNode type, String region) {
        Quote quote = Quote.of(type.path("name").asString(""), region);
        JsonNode specs = type.path("specs");
        Json.size(specs.path("vcpus")).ifPresent(quote::vcpus);
        Json.size(specs.path("memory_gib")).ifPresent(quote::memoryGb);
        Json.size(specs.path("gpus")).ifPresent(count -> addGpu(quote, type, count));
        Json.decimal(type.path("price_cents_per_hour")).map(LambdaLabs::dollars).ifPresent(quote::onDemand);
        return quote;
    }

    /// The memory of a GPU stands in its description only: `A100 (40 GB SXM4)`.
    private static void addGpu(Quote quote, JsonNode type, double count) {
        String description = type.path("gpu_description").asString("");
        Matcher memory = MEMORY.matcher(description);
        quote.gpu(description.replaceAll("[()]", ""), count);
        if (memory.find()) {
            quote.gpuMemoryGb(Double.parseDouble(memory.group(1)));
        }
    }

    private static BigDecimal dollars(BigDecimal cents) {
        return cents.movePointLeft(2);
    }
}
