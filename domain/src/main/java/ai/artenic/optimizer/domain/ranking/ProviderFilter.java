package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.offer.Provider;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Which providers the constraints admit.
final class ProviderFilter {
    private final Set<String> wanted;
    private final Set<String> excluded;

    ProviderFilter(Constraints constraints) {
        wanted = lowerCase(constraints.providers());
        excluded = lowerCase(constraints.excludeProviders());
    }

    boolean admits(Provider provider) {
        return (wanted.isEmpty() || wanted.contains(provider.key())) && !excluded.contains(provider.key());
    }

    private static Set<String> lowerCase(List<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }
}
