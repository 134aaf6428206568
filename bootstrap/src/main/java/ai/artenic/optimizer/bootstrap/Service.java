package ai.artenic.optimizer.bootstrap;

import ai.artenic.optimizer.adapters.http.HttpApi;
import ai.artenic.optimizer.adapters.persistence.StorageOpeningException;
import ai.artenic.optimizer.adapters.pricing.PriceSources;
import ai.artenic.optimizer.application.port.OfferCatalog;
import ai.artenic.optimizer.application.usecase.RefreshCalibration;
import ai.artenic.optimizer.application.usecase.RefreshExperience;
import ai.artenic.optimizer.application.usecase.RefreshModel;
import ai.artenic.optimizer.application.usecase.RefreshSpotExposure;
import ai.artenic.optimizer.bootstrap.config.Config;
import ai.artenic.optimizer.domain.pricing.PublishedCatalog;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// The running service: a store, a catalogue and an HTTP server. Closing it loses nothing that was acknowledged.
public final class Service implements AutoCloseable {
    private final Store store;
    private final OfferCatalog catalog;
    private final HttpApi http;
    private final Refreshes refreshes;
    private final LearningSchedule learning;
    private final PriceSchedule pricing;

    private Service(
            Store store,
            OfferCatalog catalog,
            HttpApi http,
            Refreshes refreshes,
            LearningSchedule learning,
            PriceSchedule pricing) {
        this.pricing = pricing;
        this.learning = learning;
        this.store = store;
        this.catalog = catalog;
        this.http = http;
        this.refreshes = refreshes;
    }

    /// What outcomes teach without training, kept up to date.
    private record Refreshes(RefreshSchedule calibration, RefreshSchedule experience, RefreshSchedule exposure) {
        static Refreshes of(Store store, Learned learned) {
            var calibrating = new RefreshCalibration(store.calibrations(), learned.calibration()::set);
            var experiencing = new RefreshExperience(store.runs(), learned.experience()::set);
            var exposing = new RefreshSpotExposure(store.spot(), learned.exposure()::set);
            return new Refreshes(
                    new RefreshSchedule("calibration", calibrating::refresh),
                    new RefreshSchedule("experience", experiencing::refresh),
                    new RefreshSchedule("spot exposure", exposing::refresh));
        }

        void start() {
            calibration.start(RefreshSchedule.PAUSE);
            experience.start(RefreshSchedule.PAUSE);
            exposure.start(RefreshSchedule.PAUSE);
        }

        void close() {
            calibration.close();
            experience.close();
            exposure.close();
        }

        /// Asks for what outcomes changed.
        void soon() {
            experience.soon();
            exposure.soon();
        }
    }

    /// Opens the store and reads the prices side by side, looks for what was learned, then listens, and is ready once
    /// this returns. Of live prices those that are kept serve; new ones are read afterwards.
    ///
    /// @throws StorageOpeningException if the store cannot be opened
    /// @throws ai.artenic.optimizer.adapters.http.PortInUseException if the port is taken
    public static Service start(Config config) throws StorageOpeningException {
        FutureTask<Store> opening = inBackground(() -> Store.open(config.store()));
        try {
            var prices = new PriceSources();
            LivePrices live = LivePrices.of(config.pricing(), prices, Wiring.CLOCK);
            OfferCatalog catalog = live.catalog();
            var learned = Learned.nothing();
            WarmUp.rank(Wiring.useCases(config, prices, catalog, WarmUp.STORE, learned, WarmUp.refreshing(learned)));
            Store store = opened(opening);
            live.useKept(store.prices());
            RefreshModel model = Wiring.refreshing(store, learned);
            Refreshes refreshes = Refreshes.of(store, learned);
            var refreshing = new Refreshing(model, refreshes::soon);
            refreshes.start();
            LearningSchedule learning = LearningSchedule.start(Wiring.learning(config.learning(), store, model));
            try {
                HttpApi http = HttpApi.start(
                        Wiring.http(config.server()),
                        Wiring.useCases(config, prices, catalog, store, learned, refreshing));
                http.markReady();
                return new Service(store, catalog, http, refreshes, learning, PriceSchedule.start(live));
            } catch (RuntimeException e) {
                refreshes.close();
                learning.close();
                throw e;
            }
        } catch (RuntimeException e) {
            opened(opening).close(); // a store that opened in the background must not stay behind
            throw e;
        }
    }

    private static <T> FutureTask<T> inBackground(Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread.ofPlatform().name("open-store").daemon().start(task);
        return task;
    }

    private static Store opened(FutureTask<Store> opening) throws StorageOpeningException {
        try {
            return opening.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StorageOpeningException refused) {
                throw refused;
            }
            throw new IllegalStateException("the store could not be opened", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageOpeningException("interrupted while the store was opened", e);
        }
    }

    public int port() {
        return http.port();
    }

    /// `embedded-postgresql`, `postgresql` or `memory`.
    public String storeKind() {
        return store.health().kind();
    }

    public PublishedCatalog catalog() {
        return catalog.current();
    }

    /// Refuses new connections, lets running requests finish, and closes the store.
    @Override
    public void close() {
        http.stop();
        refreshes.close();
        learning.close();
        pricing.close();
        store.close();
    }
}
