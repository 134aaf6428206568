package ai.artenic.optimizer.application.port;

import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.pricing.PriceList;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Keeps the live prices of each provider, so that they outlive a restart at their true age and replicas share one
/// reading. Each change appends what changed to the [PriceHistory].
///
/// A store that cannot be reached throws [StoreUnavailableException] from every method.
public interface PriceLists {
    /// How each kept list stands; says in one small answer whether anything changed.
    Map<Provider, Standing> standings();

    /// The list as kept last.
    Optional<PriceList> find(Provider provider);

    /// Takes a provider's list, works at it, and keeps what it became, durably once this returns. Does nothing if the
    /// list is no longer of this version, or another process is at it; one that died is waited for some minutes.
    /// Work that throws leaves the list as it was, and the exception is thrown on.
    ///
    /// @param version as seen in the standings; 0 if the provider is not among them
    /// @param work makes of the list until now, if there is one, the list from now on
    /// @return whether the list was taken and what it became is kept
    boolean workAt(Provider provider, long version, Function<Optional<PriceList>, PriceList> work);

    /// How a list stands.
    ///
    /// @param version from 1, rises with each change
    /// @param attemptedAt when its source was last asked
    /// @param hasFailed whether that failed
    record Standing(long version, Instant attemptedAt, boolean hasFailed) {}
}
