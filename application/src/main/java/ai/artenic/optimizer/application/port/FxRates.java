package ai.artenic.optimizer.application.port;

import ai.artenic.optimizer.domain.pricing.FxRate;
import java.util.List;

/// Keeps exchange rates, so that the last known ones outlive a restart.
///
/// A store that cannot be reached throws [StoreUnavailableException] from every method.
public interface FxRates {
    /// Keeps the rates, each under its currency and date. One that is kept already stays as it is.
    void keep(List<FxRate> rates);

    /// Of each currency the rate of the latest date, by currency.
    List<FxRate> newest();
}
