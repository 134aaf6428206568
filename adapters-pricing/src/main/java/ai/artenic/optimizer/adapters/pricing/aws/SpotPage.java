package ai.artenic.optimizer.adapters.pricing.aws;

import ai.artenic.optimizer.adapters.pricing.spi.Json;
import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import ai.artenic.optimizer.adapters.pricing.spi.Web;
import ai.artenic.optimizer.adapters.pricing.spi.WebRequest;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// The public page of spot prices: JSON in a call of a function, per region and not per zone, some regions under
/// legacy names, `N/A*` where there is no price. It lags behind the market. Read once for all regions.
final class SpotPage implements SpotPrices {
    static final String HOST = "spot-price.s3.amazonaws.com";
    private static final URI PAGE = URI.create("https://" + HOST + "/spot.js");

    private static final String NONE = "N/A";

    private final Web web;
    private @Nullable Map<String, Told> regions;
    private @Nullable UnreadableSourceException failure;

    SpotPage(Web web) {
        this.web = web;
    }

    @Override
    public Told in(String region) throws UnreadableSourceException {
        if (failure != null) {
            throw failure;
        }
        try {
            if (regions == null) {
                regions = web.read(WebRequest.get(PAGE), SpotPage::read);
            }
            return regions.getOrDefault(region, Told.NOTHING);
        } catch (UnreadableSourceException e) {
            failure = e;
            throw e;
        }
    }

    private static Map<String, Told> read(InputStream body) throws IOException {
        String call = new String(body.readAllBytes(), StandardCharsets.UTF_8);
        int from = call.indexOf('{');
        int to = call.lastIndexOf('}');
        JsonNode regions = from < 0 || to < from
                ? Json.tree("null")
                : Json.tree(call.substring(from, to + 1)).path("config").path("regions");
        if (!regions.isArray()) {
            throw Json.unexpected("no call with a list 'regions'");
        }
        Map<String, Told> prices = new HashMap<>();
        regions.valueStream()
                .forEach(region ->
                        prices.put(AwsRegion.code(region.path("region").asString("")), prices(region)));
        return Collections.unmodifiableMap(prices);
    }

    private static Told prices(JsonNode region) {
        Map<String, BigDecimal> prices = new HashMap<>();
        List<String> unreadable = new ArrayList<>();
        region.path("instanceTypes")
                .valueStream()
                .flatMap(family -> family.path("sizes").valueStream())
                .forEach(size -> {
                    JsonNode price = linux(size);
                    String type = size.path("size").asString("");
                    Json.decimal(price)
                            .filter(known -> known.signum() > 0)
                            .ifPresentOrElse(known -> prices.put(type, known), () -> {
                                if (!price.asString(NONE).startsWith(NONE)) {
                                    unreadable.add(type);
                                }
                            });
                });
        return new Told(prices, unreadable);
    }

    private static JsonNode linux(JsonNode size) {
        return size.path("valueColumns")
                .valueStream()
                .filter(column -> column.path("name").asString("").equals("linux"))
                .map(column -> column.path("prices").path("USD"))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
