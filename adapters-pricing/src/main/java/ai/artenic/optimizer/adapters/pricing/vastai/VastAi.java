package ai.artenic.optimizer.adapters.pricing.vastai;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Vast.ai's market of single hosts, of those that it has verified. Hosts come and go within minutes and no two are
/// alike, so an offer is a kind of machine in a region at the lowest price of its hosts: single hosts would have no
/// price history, and most of them would be gone at the next reading. Prices include a disk of
/// `pricing.vastai.disk-gb`, and no traffic, which some hosts charge. The spot price is the least bid that a search for
/// interruptible machines finds, which may be another host's. Asks with `pricing.vastai.api-key` where there is one.
public final class VastAi implements PriceSourceProvider {
    private static final String ORIGIN = "Vast.ai search";
    private static final String HOST = "console.vast.ai";
    private static final URI BUNDLES = URI.create("https://" + HOST + "/api/v0/bundles/");
    private static final String DISK = "disk-gb";
    private static final BigDecimal USUAL_DISK_GB = BigDecimal.TEN;
    private static final int MOST_OFFERS = 10_000;

    /// For [java.util.ServiceLoader].
    public VastAi() {}

    @Override
    public String key() {
        return "vastai";
    }

    @Override
    public Set<String> hosts() {
        return Set.of(HOST);
    }

    @Override
    public Set<String> settings() {
        return Set.of("api-key", "disk-gb");
    }

    @Override
    public Freshness freshness() {
        return Freshness.MINUTES;
    }

    @Override
    public PriceSource create(SourceTools tools) {
        return new WebPriceSource(ORIGIN, () -> read(tools));
    }

    private static OfferSheet read(SourceTools tools) throws UnreadableSourceException {
        OfferSheet sheet = tools.sheets().sheet(ORIGIN, "USD", tools.clock().instant());
        Map<String, HostOffer> onDemand = cheapest(Rental.ON_DEMAND, tools, sheet);
        Map<String, HostOffer> bids = bids(tools, sheet);
        onDemand.forEach((kind, offer) -> {
            Quote quote = offer.quote().onDemand(offer.perHour());
            HostOffer bid = bids.getOrDefault(kind, offer);
            if (bid.perHour().compareTo(offer.perHour()) < 0) {
                quote.spot(bid.perHour());
            }
            sheet.add(quote);
        });
        return sheet;
    }

    private static Map<String, HostOffer> bids(SourceTools tools, OfferSheet sheet) {
        try {
            return cheapest(Rental.INTERRUPTIBLE, tools, sheet);
        } catch (UnreadableSourceException e) {
            sheet.reject("interruptible machines", String.valueOf(e.getMessage()));
            return Map.of();
        }
    }

    private static Map<String, HostOffer> cheapest(Rental rental, SourceTools tools, OfferSheet sheet)
            throws UnreadableSourceException {
        BigDecimal diskGb = diskGb(tools);
        var request = WebRequest.post(BUNDLES, search(rental, diskGb));
        Market market = tools.web()
                .read(
                        tools.settings().text("api-key").map(request::bearer).orElse(request),
                        body -> Market.read(body, rental, diskGb, tools.sheets().gpus()));
        market.unclear().forEach(sheet::reject);
        if (market.listed() >= MOST_OFFERS) {
            sheet.reject(rental.search(), "only the cheapest " + market.listed() + " offers were read");
        }
        return market.cheapest();
    }

    private static String search(Rental rental, BigDecimal diskGb) {
        Map<String, Object> search = new LinkedHashMap<>();
        search.put("rentable", Map.of("eq", true));
        search.put("verified", Map.of("eq", true));
        search.put("num_gpus", Map.of("gte", 1));
        search.put("disk_space", Map.of("gte", diskGb));
        search.put("order", List.of(List.of("dph_total", "asc")));
        search.put("type", rental.search());
        search.put("limit", MOST_OFFERS);
        return Json.written(search);
    }

    private static BigDecimal diskGb(SourceTools tools) throws UnreadableSourceException {
        try {
            BigDecimal gb = tools.settings().text(DISK).map(BigDecimal::new).orElse(USUAL_DISK_GB);
            if (gb.signum() >= 0) {
                return gb;
            }
        } catch (NumberFormatException e) {
            throw new UnreadableSourceException("pricing.vastai." + DISK + " is no number", e);
        }
        throw new UnreadableSourceException("pricing.vastai." + DISK + " is below 0");
    }
}
