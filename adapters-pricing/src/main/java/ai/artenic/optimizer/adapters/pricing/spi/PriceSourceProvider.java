package ai.artenic.optimizer.adapters.pricing.spi;

import ai.artenic.optimizer.application.port.PriceSource;
import java.util.Set;

/// Makes the live price source of one provider. Found by [java.util.ServiceLoader]: a module that provides one
/// takes part as soon as its jar is on the module path.
public interface PriceSourceProvider {
    /// The provider's key, as in offers and in the settings `pricing.<key>.…`.
    String key();

    /// Hosts that the source may talk to, over HTTPS only. An operator's own `endpoint` need not be among them.
    Set<String> hosts();

    /// Names of the settings `pricing.<key>.<name>` that the source asks for, besides `mirror`, `timeout`, `refresh`
    /// and `discount`, which all have. Any other name is refused when the service starts. A source that talks to an
    /// operator's own installation names `endpoint`.
    default Set<String> settings() {
        return Set.of();
    }

    /// How long what the source says stays true enough, unless the operator says otherwise.
    Freshness freshness();

    /// Whether its prices are those of something that can be had. Invented ones are read only where `pricing.live`
    /// names
    /// their source; `all` leaves them out.
    default boolean isReal() {
        return true;
    }

    /// The source. It reads nothing before it is asked.
    PriceSource create(SourceTools tools);
}
