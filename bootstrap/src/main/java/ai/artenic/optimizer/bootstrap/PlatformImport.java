package ai.artenic.optimizer.bootstrap;

import ai.artenic.optimizer.adapters.persistence.PlatformDatabase;
import ai.artenic.optimizer.adapters.persistence.StorageOpeningException;
import ai.artenic.optimizer.adapters.pricing.PriceSources;
import ai.artenic.optimizer.application.port.OfferCatalog;
import ai.artenic.optimizer.application.port.PlatformRecords;
import ai.artenic.optimizer.application.usecase.AfterOutcomes;
import ai.artenic.optimizer.application.usecase.ImportPlatform;
import ai.artenic.optimizer.application.usecase.RefreshCalibration;
import ai.artenic.optimizer.application.usecase.RefreshExperience;
import ai.artenic.optimizer.bootstrap.config.Config;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/// The import of a platform's outcomes into the configured store.
public final class PlatformImport {
    private PlatformImport() {}

    /// @param url of the platform's database
    /// @param after id of the job to go on after
    /// @param page told the id of the last job of each page
    /// @throws StorageOpeningException if the platform's database or the store cannot be opened
    public static ImportPlatform.Answer run(Config config, String url, Optional<String> after, Consumer<String> page)
            throws StorageOpeningException {
        PlatformRecords platform = PlatformDatabase.records(url);
        var prices = new PriceSources();
        OfferCatalog catalog = Wiring.catalog(config.pricing(), prices);
        try (Store store = Store.open(config.store())) {
            var learned = Learned.nothing();
            new RefreshCalibration(store.calibrations(), learned.calibration()::set).refresh();
            new RefreshExperience(store.runs(), learned.experience()::set).refresh();
            var assessing = Wiring.assessing(config, prices, catalog, store, learned.corrections());
            var imports =
                    Wiring.feedback(assessing, store, AfterOutcomes.NOTHING).imports();
            return new ImportPlatform(platform, imports, Clock.systemUTC()).run(after, page);
        }
    }
}
