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

/// The makers of live price sources that are on the module path, by the key of their provider.
public final class PriceProviders {
    static final String REFRESH = "refresh";
    static final String DISCOUNT = "discount";

    private static final SortedMap<String, PriceSourceProvider> FOUND = find();

    private PriceProviders() {}

    /// The maker of this provider's source.
    public static Optional<PriceSourceProvider> find(String key) {
        return Optional.ofNullable(FOUND.get(key));
    }

    /// The keys of all providers.
    public static SortedSet<String> keys() {
        return new TreeSet<>(FOUND.keySet());
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

    private static SortedMap<String, PriceSourceProvider> find() {
        var found = new TreeMap<String, PriceSourceProvider>();
        ServiceLoader.load(PriceSourceProvider.class).forEach(provider -> {
            if (found.putIfAbsent(provider.key(), provider) != null) {
                throw new IllegalStateException("Two price sources have the key " + provider.key() + ": "
                        + found.get(provider.key()) + " and " + provider);
            }
        });
        return found;
    }
}
