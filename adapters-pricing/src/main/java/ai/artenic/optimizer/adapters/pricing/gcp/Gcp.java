package ai.artenic.optimizer.adapters.pricing.gcp;

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
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Offer;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Google's billing catalogue, which prices parts: cores, memory, accelerators, local disks. Machines are put together
/// from them, as many types as the bundled snapshot knows. Needs `pricing.gcp.api-key`; `pricing.gcp.currency` is USD
/// unless set.
public final class Gcp implements PriceSourceProvider {
    private static final String ORIGIN = "Cloud Billing Catalog";
    private static final String HOST = "cloudbilling.googleapis.com";
    private static final String COMPUTE_ENGINE = "https://" + HOST + "/v1/services/6F81-5844-456A/skus";
    private static final int MOST_PAGES = 100;

    /// For [java.util.ServiceLoader].
    public Gcp() {}

    @Override
    public String key() {
        return "gcp";
    }

    @Override
    public Set<String> hosts() {
        return Set.of(HOST);
    }

    @Override
    public Set<String> settings() {
        return Set.of("api-key", "currency");
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
        Rates rates = rates(tools, currency, sheet);
        machines(tools).forEach((type, machine) -> add(type, machine, rates, sheet));
        return sheet;
    }

    private static Rates rates(SourceTools tools, String currency, OfferSheet sheet) throws UnreadableSourceException {
        var rates = new Rates();
        var loop = new PageLoop("pages of SKUs", MOST_PAGES);
        Optional<String> token = Optional.of("");
        while (token.isPresent()) {
            loop.enter(token.get());
            SkuPage page = page(tools, currency, token.get());
            if (!page.isList() && token.get().isEmpty()) {
                throw new UnreadableSourceException("the answer has no list 'skus'");
            }
            page.unclear().forEach(sheet::reject);
            for (Sku sku : page.skus()) {
                if (!rates.add(sku)) {
                    sheet.reject(sku.description(), "has two prices in one region, the higher counts");
                }
            }
            token = page.next();
        }
        return rates;
    }

    private static SkuPage page(SourceTools tools, String currency, String token) throws UnreadableSourceException {
        URI uri = URI.create(COMPUTE_ENGINE + "?pageSize=5000&currencyCode=" + encoded(currency)
                + (token.isEmpty() ? "" : "&pageToken=" + encoded(token)));
        WebRequest request =
                WebRequest.get(uri).header("X-Goog-Api-Key", tools.settings().required("api-key"));
        return tools.web().read(request, body -> SkuPage.read(Json.tree(body), currency));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, Machine> machines(SourceTools tools) {
        var machines = new TreeMap<String, Machine>();
        for (Offer offer : tools.bundled().get()) {
            machines.put(offer.id().instanceType(), offer.machine());
        }
        return machines;
    }

    private static void add(String type, Machine machine, Rates rates, OfferSheet sheet) {
        Optional<Bill> bill = Bill.of(type, machine);
        boolean isSold = false;
        for (String region : bill.isEmpty() ? Set.<String>of() : rates.regions()) {
            Optional<BigDecimal> onDemand = rates.price(bill.orElseThrow(), region, false);
            if (onDemand.isPresent()) {
                Quote quote = Quote.of(type, region).machine(machine).onDemand(onDemand.get());
                rates.price(bill.orElseThrow(), region, true).ifPresent(quote::spot);
                sheet.add(quote);
                isSold = true;
            }
        }
        if (!isSold) {
            sheet.reject(type, "some part of it has no price in any region");
        }
    }
}
