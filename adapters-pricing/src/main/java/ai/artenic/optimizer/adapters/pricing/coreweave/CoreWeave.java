package ai.artenic.optimizer.adapters.pricing.coreweave;

import ai.artenic.optimizer.adapters.pricing.spi.Freshness;
import ai.artenic.optimizer.adapters.pricing.spi.OfferSheet;
import ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
import ai.artenic.optimizer.adapters.pricing.spi.SourceTools;
import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import ai.artenic.optimizer.adapters.pricing.spi.WebPriceSource;
import ai.artenic.optimizer.adapters.pricing.spi.WebRequest;
import ai.artenic.optimizer.application.port.Fetched;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.pricing.SourceReport;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// CoreWeave publishes its prices on a page for people and by no API. Its offers are therefore those of the bundled
/// snapshot with their own date, unless `pricing.coreweave.scrape` is `true`: then the page is read, for as long as it
/// looks as it does today. Prices are those of whole nodes.
public final class CoreWeave implements PriceSourceProvider {
    private static final String HOST = "www.coreweave.com";
    private static final URI PAGE = URI.create("https://" + HOST + "/pricing");
    private static final String ORIGIN = "CoreWeave price page";
    private static final long MOST_BYTES = 16L << 20;

    /// For [java.util.ServiceLoader].
    public CoreWeave() {}

    @Override
    public String key() {
        return "coreweave";
    }

    @Override
    public Set<String> hosts() {
        return Set.of(HOST);
    }

    @Override
    public Set<String> settings() {
        return Set.of("scrape");
    }

    @Override
    public Freshness freshness() {
        return Freshness.DAYS;
    }

    @Override
    public PriceSource create(SourceTools tools) {
        return switch (tools.settings().text("scrape").orElse("false").toLowerCase(Locale.ROOT)) {
            case "true" -> new WebPriceSource(ORIGIN, () -> read(tools));
            case "false" -> () -> dated(tools);
            default ->
                new WebPriceSource(ORIGIN, () -> {
                    throw new UnreadableSourceException("pricing.coreweave.scrape is neither true nor false");
                });
        };
    }

    private static OfferSheet read(SourceTools tools) throws UnreadableSourceException {
        PricePage page = tools.web().read(WebRequest.get(PAGE).upTo(MOST_BYTES), PricePage::read);
        if (page.nodes().isEmpty()) {
            throw new UnreadableSourceException("the page has no table of prices by region any more");
        }
        OfferSheet sheet = tools.sheets().sheet(ORIGIN, "USD", tools.clock().instant());
        page.unclear().forEach(sheet::reject);
        page.nodes().forEach(node -> sheet.add(node.quote()));
        return sheet;
    }

    private static Fetched dated(SourceTools tools) {
        List<Offer> known = tools.bundled().get();
        Optional<String> problem = known.isEmpty()
                ? Optional.of("there is no price API, and the snapshot in use has no prices of CoreWeave")
                : Optional.empty();
        var report =
                new SourceReport(ORIGIN + " (bundled)", Provenance.Source.SNAPSHOT, known.size(), List.of(), problem);
        return known.isEmpty() ? new Fetched.Failed(report) : new Fetched.Read(known, report);
    }
}
