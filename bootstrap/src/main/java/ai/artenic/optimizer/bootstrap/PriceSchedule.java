package ai.artenic.optimizer.bootstrap;

import ai.artenic.optimizer.adapters.pricing.PriceSources;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import ai.artenic.optimizer.application.usecase.LiveSource;
import ai.artenic.optimizer.application.usecase.PriceRefresh;
import ai.artenic.optimizer.application.usecase.RefreshCatalog.Extent;
import ai.artenic.optimizer.application.usecase.RefreshPrices;
import ai.artenic.optimizer.application.usecase.RefreshPrices.Urgency;
import ai.artenic.optimizer.application.usecase.RefreshRates;
import ai.artenic.optimizer.domain.pricing.PriceList;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps live prices up to date while the service runs: every source on a thread of its own, none twice at once, so
/// that one that hangs holds up no other. The store sees to it that one replica reads; the others publish what it kept.
final class PriceSchedule implements AutoCloseable {
    /// Between two looks at what is kept: what another replica read is on offer here well within 5 s.
    static final Duration LOOK_PAUSE = Duration.ofSeconds(2);
    /// Between two looks at what is due.
    static final Duration DUE_PAUSE = Duration.ofSeconds(10);
    /// A reading is broken off after this time, before its lease ends.
    static final Duration READING_MOST = Duration.ofMinutes(10);

    /// The first prices wait for the rates of the day, for no longer than half a minute.
    private static final int LOOKS_WITHOUT_RATES = 3;

    private static final Logger LOG = LoggerFactory.getLogger(PriceSchedule.class);

    private final LivePrices prices;
    private final RefreshPrices reading;
    private final RefreshRates rates;
    private final List<LiveSource> sources;
    private final Set<String> read = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().name("prices-", 0).daemon().factory());
    private final ExecutorService readers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("price-reader-", 0).factory());

    private volatile boolean areRatesTried;
    private int looks;

    private PriceSchedule(LivePrices prices) {
        this.prices = prices;
        this.reading = prices.reading();
        this.rates = prices.rates();
        this.sources = prices.live();
    }

    /// Begins at once, in the background. Without live sources there is nothing to do.
    static PriceSchedule start(LivePrices prices) {
        var schedule = new PriceSchedule(prices);
        if (prices.isLive()) {
            schedule.repeat(() -> schedule.publish(Extent.LIVE), LOOK_PAUSE);
            schedule.repeat(schedule::refreshDue, DUE_PAUSE);
        }
        return schedule;
    }

    private void repeat(Runnable task, Duration pause) {
        var _ = timer.scheduleWithFixedDelay(guarded(task), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// A timer drops a task that throws, so whatever goes wrong is logged and the next look comes.
    private Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (StoreUnavailableException e) {
                LOG.debug("prices stay as they are: {}", e.getMessage());
            } catch (RuntimeException e) {
                if (!timer.isShutdown()) {
                    LOG.error("prices could not be refreshed", e);
                }
            }
        };
    }

    private void publish(Extent extent) {
        prices.publish(extent);
    }

    private void refreshDue() {
        once(PriceSources.RATES, this::refreshRates);
        looks++;
        if (areRatesTried || looks > LOOKS_WITHOUT_RATES) {
            refreshSources();
        }
    }

    private void refreshSources() {
        sources.forEach(source -> once(source.provider().key(), () -> refresh(source)));
    }

    /// Reads a source on a thread of its own, unless it is being read.
    private void once(String key, Runnable reading) {
        if (read.add(key)) {
            readers.execute(guarded(() -> {
                try {
                    reading.run();
                } finally {
                    read.remove(key);
                }
            }));
        }
    }

    private void refreshRates() {
        try {
            var answer = rates.refresh();
            prices.note(answer.report());
            if (answer.isChanged()) {
                LOG.info("new exchange rates are in use");
                publish(Extent.ALL);
            }
        } finally {
            if (!areRatesTried) {
                areRatesTried = true;
                refreshSources();
            }
        }
    }

    private void refresh(LiveSource source) {
        Thread reader = Thread.currentThread();
        ScheduledFuture<?> end = timer.schedule(reader::interrupt, READING_MOST.toSeconds(), TimeUnit.SECONDS);
        try {
            if (reading.refresh(source, Urgency.WHEN_DUE) instanceof PriceRefresh.Attempted(PriceList list)) {
                log(list);
                publish(Extent.LIVE);
            }
        } finally {
            end.cancel(false);
        }
    }

    private static void log(PriceList list) {
        String provider = list.provider().key();
        list.report()
                .lastError()
                .ifPresentOrElse(
                        error -> LOG.warn("no new prices of {}: {}", provider, error),
                        () -> LOG.info(
                                "prices of {}: {} offers, {} not believed",
                                provider,
                                list.offers().size(),
                                list.quarantined().size()));
    }

    /// Without waiting: a reading that is cut off is done again by the next process.
    @Override
    public void close() {
        timer.shutdownNow();
        readers.shutdownNow();
    }
}
