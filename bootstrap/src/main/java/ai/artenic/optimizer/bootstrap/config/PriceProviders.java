package ai.artenic.optimizer.bootstrap.config;

import ai.artenic.optimizer.adapters.pricing.PriceSources;
import ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
import ai.artenic.optimizer.adapters.pricing.spi.SourceSettings;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The makers of live price sources that are on the module path, by the key of their provider. One from a jar that was
/// added takes the place of our own for the same provider.
public final class PriceProviders {
    static final String REFRESH = "refresh";
    static final String DISCOUNT = "discount";

    private static final Module OURS = PriceSources.class.getModule();

    private static @Nullable SortedMap<String, PriceSourceProvider> known;

    private PriceProviders() {}

    /// The maker of this provider's source.
    public static Optional<PriceSourceProvider> find(String key) {
        return Optional.ofNullable(found().get(key));
    }

    /// The keys of all providers.
    public static SortedSet<String> keys() {
        return new TreeSet<>(found().keySet());
    }

    /// What can be read over the network: all providers, and exchange rates.
    static SortedSet<String> sources() {
        SortedSet<String> sources = keys();
        sources.add(PriceSources.RATES);
        return sources;
    }

    /// The names of the settings that a source has, as in `pricing.<source>.<name>`.
    public static SortedSet<String> settings(String source) {
        var names = new TreeSet<>(SourceSettings.SHARED);
        names.add(REFRESH);
        find(source).ifPresent(provider -> {
            names.add(DISCOUNT);
            names.addAll(provider.settings());
        });
        return names;
    }

    /// Those whose prices are not invented.
    static SortedSet<String> realSources() {
        SortedSet<String> sources = sources();
        found().values().stream().filter(provider -> !provider.isReal()).forEach(mock -> sources.remove(mock.key()));
        return sources;
    }

    /// Of each provider the maker that counts.
    ///
    /// @throws IllegalStateException if two that were added are for one provider
    static SortedMap<String, PriceSourceProvider> byKey(Iterable<PriceSourceProvider> makers) {
        var found = new TreeMap<String, PriceSourceProvider>();
        for (PriceSourceProvider maker : makers) {
            found.merge(maker.key(), maker, PriceProviders::added);
        }
        return found;
    }

    private static PriceSourceProvider added(PriceSourceProvider one, PriceSourceProvider other) {
        if (isOurs(one) == isOurs(other)) {
            throw new IllegalStateException("Two price sources have the key " + one.key() + ": "
                    + one.getClass().getName() + " and " + other.getClass().getName());
        }
        return isOurs(one) ? other : one;
    }

    private static boolean isOurs(PriceSourceProvider maker) {
        return maker.getClass().getModule().equals(OURS);
    }

    private static synchronized SortedMap<String, PriceSourceProvider> found() {
        SortedMap<String, PriceSourceProvider> found =
                known == null ? byKey(ServiceLoader.load(PriceSourceProvider.class)) : known;
        known = found;
        return found;
    }
}
