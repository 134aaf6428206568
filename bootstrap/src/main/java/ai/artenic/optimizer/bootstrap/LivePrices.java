package ai.artenic.optimizer.bootstrap;

import ai.artenic.optimizer.adapters.pricing.PriceSources;
import ai.artenic.optimizer.application.inmemory.InMemoryOfferCatalog;
import ai.artenic.optimizer.application.port.OfferCatalog;
import ai.artenic.optimizer.application.port.PriceLists;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import ai.artenic.optimizer.application.usecase.CatalogSources;
import ai.artenic.optimizer.application.usecase.LiveSource;
import ai.artenic.optimizer.application.usecase.RefreshCatalog;
import ai.artenic.optimizer.application.usecase.RefreshCatalog.Extent;
import ai.artenic.optimizer.application.usecase.RefreshPrices;
import ai.artenic.optimizer.application.usecase.RefreshRates;
import ai.artenic.optimizer.bootstrap.config.Config;
import ai.artenic.optimizer.bootstrap.config.Config.Live;
import ai.artenic.optimizer.bootstrap.config.PriceProviders;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.pricing.Discounts;
import ai.artenic.optimizer.domain.pricing.SourceReport;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The catalogue with all its sources, wired: local ones from the start, kept live prices once the store is open.
final class LivePrices {
    private static final Logger LOG = LoggerFactory.getLogger(LivePrices.class);

    /// New rates come once a working day.
    private static final Duration RATES_INTERVAL = Duration.ofHours(12);

    private final Config.Pricing config;
    private final PriceSources sources;
    private final InstantSource clock;
    private final OfferCatalog catalog = new InMemoryOfferCatalog();
    private final AtomicReference<PriceStores> stores = new AtomicReference<>(PriceStores.inMemory());
    private final AtomicReference<List<SourceReport>> notes = new AtomicReference<>(List.of());
    private final RefreshCatalog publishing;

    private LivePrices(Config.Pricing config, PriceSources sources, InstantSource clock) {
        this.config = config;
        this.sources = sources;
        this.clock = clock;
        this.publishing = new RefreshCatalog(
                new CatalogSources(local(config, sources), providers(config.live()), discounts(config.live())),
                this::lists,
                notes::get,
                catalog,
                clock);
    }

    /// Reads and publishes what needs no network and no store.
    static LivePrices of(Config.Pricing config, PriceSources sources, InstantSource clock) {
        var prices = new LivePrices(config, sources, clock);
        prices.publish(Extent.ALL);
        return prices;
    }

    OfferCatalog catalog() {
        return catalog;
    }

    /// Publishes what is kept of live prices. Where the store is away, they come when it answers.
    void useKept(PriceStores open) {
        stores.set(open);
        if (config.live().keys().isEmpty()) {
            return;
        }
        try {
            publish(sources.takeRates(open.rates().newest()) ? Extent.ALL : Extent.LIVE);
        } catch (StoreUnavailableException e) {
            LOG.warn("no kept prices yet: {}", e.getMessage());
        }
    }

    /// @throws StoreUnavailableException if kept prices cannot be reached
    void publish(Extent extent) {
        publishing.refresh(extent);
    }

    /// Publishes what is said of sources besides prices with the next catalogue.
    void note(SourceReport report) {
        notes.set(List.of(report));
    }

    RefreshPrices reading() {
        return new RefreshPrices(lists(), provider -> catalog.current().listed(provider), clock);
    }

    RefreshRates rates() {
        Live.Source own = config.live().source(PriceSources.RATES);
        return new RefreshRates(
                sources.exchangeRates(own.settings(), clock),
                stores.get().rates(),
                sources::takeRates,
                clock,
                own.refresh().orElse(RATES_INTERVAL));
    }

    /// The sources that are read over the network.
    List<LiveSource> live() {
        return providers(config.live()).stream()
                .map(Provider::key)
                .sorted()
                .map(this::live)
                .toList();
    }

    /// The source of this provider, whether or not it is among those that are read.
    LiveSource live(String key) {
        var provider = PriceProviders.find(key).orElseThrow();
        Live.Source own = config.live().source(key);
        return new LiveSource(
                new Provider(key),
                sources.live(provider, own.settings(), clock),
                own.refresh().orElse(provider.freshness().interval()));
    }

    /// Whether anything is read over the network.
    boolean isLive() {
        return !config.live().keys().isEmpty();
    }

    private PriceLists lists() {
        return stores.get().lists();
    }

    private static Set<Provider> providers(Live live) {
        return live.keys().stream()
                .filter(key -> PriceProviders.find(key).isPresent())
                .map(Provider::new)
                .collect(Collectors.toSet());
    }

    private static Discounts discounts(Live live) {
        Map<Provider, BigDecimal> shares = new HashMap<>();
        live.sources().forEach((key, source) -> shares.put(new Provider(key), source.discount()));
        return new Discounts(shares);
    }

    private static List<PriceSource> local(Config.Pricing config, PriceSources sources) {
        var local = new ArrayList<PriceSource>();
        if (!config.offersOnly()) {
            local.add(config.snapshotFile().map(sources::snapshotFile).orElseGet(sources::bundledSnapshot));
        }
        config.offersFile().map(sources::operatorFile).ifPresent(local::add);
        return local;
    }
}
