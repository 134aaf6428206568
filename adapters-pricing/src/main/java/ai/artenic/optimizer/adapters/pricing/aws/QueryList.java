package ai.artenic.optimizer.adapters.pricing.aws;

import ai.artenic.optimizer.adapters.pricing.spi.Json;
import ai.artenic.optimizer.adapters.pricing.spi.PageLoop;
import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import ai.artenic.optimizer.adapters.pricing.spi.Web;
import ai.artenic.optimizer.adapters.pricing.spi.WebRequest;
import java.io.InputStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The Price List Query API, signed. Its items are JSON within strings.
record QueryList(Web web, AwsKeys keys, InstantSource clock) implements PriceList {
    static final String HOST = "api.pricing.us-east-1.amazonaws.com";
    private static final URI ADDRESS = URI.create("https://" + HOST + "/");
    private static final int MOST_PAGES = 200;
    private static final Map<String, String> FILTERS = new TreeMap<>(Map.of(
            "operatingSystem", "Linux",
            "tenancy", "Shared",
            "capacitystatus", "Used",
            "marketoption", "OnDemand",
            "preInstalledSw", "NA",
            "licenseModel", "No License required"));

    private record Page(List<Listed> machines, Optional<String> next) {}

    @Override
    public String origin() {
        return "AWS Price List Query API";
    }

    @Override
    public List<Listed> read(String region) throws UnreadableSourceException {
        var signature = new Signature(keys, "us-east-1", "pricing");
        var loop = new PageLoop("pages of the " + origin(), MOST_PAGES);
        List<Listed> machines = new ArrayList<>();
        Optional<String> token = Optional.of("");
        while (token.isPresent()) {
            loop.enter(token.get());
            WebRequest request = WebRequest.post(ADDRESS, question(region, token.get()))
                    .header("Content-Type", "application/x-amz-json-1.1")
                    .header("X-Amz-Target", "AWSPriceListService.GetProducts");
            Page page = web.read(signature.sign(request, clock.instant()), QueryList::page);
            machines.addAll(page.machines());
            token = page.next();
        }
        return machines;
    }

    private static String question(String region, String token) {
        var filters = new ArrayList<Map<String, String>>();
        filters.add(Map.of("Type", "TERM_MATCH", "Field", "regionCode", "Value", region));
        FILTERS.forEach((field, value) -> filters.add(Map.of("Type", "TERM_MATCH", "Field", field, "Value", value)));
        Map<String, Object> question = new TreeMap<>(
                Map.of("ServiceCode", "AmazonEC2", "FormatVersion", "aws_v1", "MaxResults", 100, "Filters", filters));
        if (!token.isEmpty()) {
            question.put("NextToken", token);
        }
        return Json.written(question);
    }

    private static Page page(InputStream body) {
        JsonNode page = Json.tree(body);
        if (!page.path("PriceList").isArray()) {
            throw Json.unexpected("no 'PriceList'");
        }
        return new Page(
                page.path("PriceList")
                        .valueStream()
                        .flatMap(item -> listed(item).stream())
                        .toList(),
                Json.text(page.path("NextToken")));
    }

    private static Optional<Listed> listed(JsonNode text) {
        try {
            JsonNode item = Json.tree(text.asString(""));
            var product = new Product();
            tell(product, item.path("product"));
            tell(product, item.path("product").path("attributes"));
            return product.isSharedLinux()
                    ? Optional.of(
                            product.at(OnDemandTerms.hourly(item.path("terms").path("OnDemand"))))
                    : Optional.empty();
        } catch (JacksonException _) {
            return Optional.of(Listed.of("", null, null, null, Optional.empty()));
        }
    }

    private static void tell(Product product, JsonNode attributes) {
        attributes.forEachEntry((name, value) -> {
            if (value.isString() && product.wants(name)) {
                product.take(name, value.stringValue());
            }
        });
    }
}
