package ai.artenic.optimizer.application.inmemory;

import ai.artenic.optimizer.application.port.FxRates;
import ai.artenic.optimizer.domain.pricing.FxRate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Exchange rates in memory.
public final class InMemoryFxRates implements FxRates {
    private final SortedMap<String, FxRate> newest = new TreeMap<>();

    /// Without any rate.
    public InMemoryFxRates() {}

    @Override
    public synchronized void keep(List<FxRate> rates) {
        rates.forEach(rate ->
                newest.merge(rate.currency(), rate, (one, other) -> other.date().isAfter(one.date()) ? other : one));
    }

    @Override
    public synchronized List<FxRate> newest() {
        return List.copyOf(newest.values());
    }
}
