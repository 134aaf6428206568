package ai.artenic.optimizer.adapters.pricing.ovh;

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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// OVHcloud's order catalogue, which anyone may read. Prices are without tax, in hundred-millionths; plans by the month
/// and with Windows are other products. There is no spot market. `pricing.ovh.subsidiary` (FR unless set) decides the
/// currency.
public final class Ovh implements PriceSourceProvider {
    private static final String ORIGIN = "OVHcloud order catalogue";
    private static final String HOST = "api.ovh.com";
    private static final String CATALOG = "https://" + HOST + "/v1/order/catalog/public/cloud?ovhSubsidiary=";
    private static final Pattern SUBSIDIARY = Pattern.compile("[A-Z]{2}");
    private static final Set<String> EURO = Set.of("DE", "ES", "FI", "FR", "IE", "IT", "LT", "NL", "PT");
    /// Flavor ids may hold dots themselves, so the plan's kind is what stands last.
    private static final Pattern HOURLY = Pattern.compile("(.+)\\.consumption((?:\\.[A-Z0-9]+)*)");
    private static final String WINDOWS = "win-";
    private static final String USUAL_REGION = "eu";
    private static final int DECIMALS = 8;
    /// A count with which a quote is rejected.
    private static final double UNKNOWN = Double.NaN;

    /// For [java.util.ServiceLoader].
    public Ovh() {}

    @Override
    public String key() {
        return "ovh";
    }

    @Override
    public Set<String> hosts() {
        return Set.of(HOST);
    }

    @Override
    public Set<String> settings() {
        return Set.of("subsidiary");
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
        String subsidiary = tools.settings().text("subsidiary").orElse("FR");
        if (!SUBSIDIARY.matcher(subsidiary).matches()) {
            throw new UnreadableSourceException("pricing.ovh.subsidiary must be two letters such as FR");
        }
        JsonNode catalog = tools.web().read(WebRequest.get(URI.create(CATALOG + subsidiary)), Json::tree);
        List<JsonNode> plans = Json.list(catalog, "addons");
        OfferSheet sheet = tools.sheets()
                .sheet(ORIGIN, currency(catalog, subsidiary), tools.clock().instant());
        plans.stream()
                .filter(plan -> plan.path("product").asString("").equals("publiccloud-instance"))
                .forEach(plan -> add(plan, tools, sheet));
        return sheet;
    }

    private static String currency(JsonNode catalog, String subsidiary) throws UnreadableSourceException {
        Optional<String> stated = Json.text(catalog.path("locale").path("currencyCode"));
        if (stated.isEmpty() && !EURO.contains(subsidiary)) {
            throw new UnreadableSourceException("the answer for subsidiary " + subsidiary + " has no currency");
        }
        return stated.orElse("EUR");
    }

    private static void add(JsonNode plan, SourceTools tools, OfferSheet sheet) {
        String code = plan.path("planCode").asString("");
        Matcher hourly = HOURLY.matcher(code);
        if (!hourly.matches() || code.startsWith(WINDOWS)) {
            return;
        }
        Optional<BigDecimal> price = perHour(plan);
        if (price.isEmpty()) {
            sheet.reject(code, "has no price per hour");
            return;
        }
        Quote quote = Quote.of(hourly.group(1), region(hourly.group(2))).onDemand(price.get());
        tools.machines().apply(hourly.group(1)).ifPresent(quote::machine);
        tell(plan.path("blobs").path("technical"), quote);
        sheet.add(quote);
    }

    /// Where the price holds: in the usual regions, or as the plan says: `.3AZ`, `.LZ.EU`.
    private static String region(String suffix) {
        return suffix.isEmpty()
                ? USUAL_REGION
                : suffix.substring(1).toLowerCase(Locale.ROOT).replace('.', '-');
    }

    private static Optional<BigDecimal> perHour(JsonNode plan) {
        return plan.path("pricings")
                .valueStream()
                .filter(pricing -> pricing.path("intervalUnit").asString("").equals("hour")
                        && pricing.path("interval").asInt(1) == 1)
                .flatMap(pricing -> Json.decimal(pricing.path("price")).stream())
                .filter(price -> price.signum() > 0)
                .map(price -> price.movePointLeft(DECIMALS))
                .findFirst();
    }

    private static void tell(JsonNode technical, Quote quote) {
        Json.size(technical.path("cpu").path("cores")).ifPresent(quote::vcpus);
        Json.size(technical.path("memory").path("size")).ifPresent(quote::memoryGb);
        JsonNode gpu = technical.path("gpu");
        Json.text(gpu.path("model"))
                .ifPresent(
                        model -> quote.gpu(model, Json.size(gpu.path("number")).orElse(UNKNOWN)));
        Json.size(gpu.path("memory").path("size")).ifPresent(quote::gpuMemoryGb);
    }
}
