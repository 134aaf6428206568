package ai.artenic.optimizer.bootstrap;

import ai.artenic.optimizer.adapters.persistence.StorageOpeningException;
import ai.artenic.optimizer.adapters.pricing.PriceSources;
import ai.artenic.optimizer.application.usecase.LiveSource;
import ai.artenic.optimizer.application.usecase.PriceRefresh;
import ai.artenic.optimizer.application.usecase.RefreshPrices;
import ai.artenic.optimizer.application.usecase.RefreshPrices.Urgency;
import ai.artenic.optimizer.bootstrap.config.Config;
import ai.artenic.optimizer.domain.pricing.SourceReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Reads live prices now, side by side, and keeps them in the configured store, where running services find them.
public final class CatalogRefresh {
    private final Config config;

    public CatalogRefresh(Config config) {
        this.config = config;
    }

    /// What came of one source.
    ///
    /// @param took time it took
    public record Refreshed(String source, PriceRefresh refresh, Duration took) {}

    /// Reads exchange rates, then these providers.
    ///
    /// @param urgency whether doubtful prices are believed
    /// @param each is told of each source as it comes
    /// @return what came of the exchange rates
    /// @throws StorageOpeningException if the store cannot be opened; a running service holds an embedded one
    public SourceReport refresh(List<String> keys, Urgency urgency, Consumer<Refreshed> each)
            throws StorageOpeningException, InterruptedException {
        LivePrices prices = LivePrices.of(config.pricing(), new PriceSources(), Wiring.CLOCK);
        try (Store store = Store.open(config.store());
                var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            prices.useKept(store.prices());
            SourceReport rates = prices.rates().refresh().report();
            RefreshPrices reading = prices.reading();
            var done = new ExecutorCompletionService<Refreshed>(readers);
            keys.forEach(key -> done.submit(() -> refreshed(reading, prices.live(key), urgency)));
            for (int i = 0; i < keys.size(); i++) {
                each.accept(done.take().get());
            }
            return rates;
        } catch (ExecutionException e) {
            throw new IllegalStateException(String.valueOf(e.getCause()), e);
        }
    }

    private static Refreshed refreshed(RefreshPrices reading, LiveSource source, Urgency urgency) {
        Instant start = Wiring.CLOCK.instant();
        PriceRefresh refresh = reading.refresh(source, urgency);
        return new Refreshed(source.provider().key(), refresh, Duration.between(start, Wiring.CLOCK.instant()));
    }
}
