package ai.artenic.optimizer.adapters.pricing;

import ai.artenic.optimizer.application.port.Fetched;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provider;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The hardware of instance types as the bundled snapshot knows it, read when it is first asked for.
final class BundledMachines {
    private final Supplier<PriceSource> snapshot;
    private @Nullable Map<Type, Machine> known;

    private record Type(Provider provider, String name) {}

    BundledMachines(Supplier<PriceSource> snapshot) {
        this.snapshot = snapshot;
    }

    synchronized Optional<Machine> find(Provider provider, String type) {
        Map<Type, Machine> machines = known == null ? read() : known;
        known = machines;
        return Optional.ofNullable(machines.get(new Type(provider, type)));
    }

    private Map<Type, Machine> read() {
        var machines = new HashMap<Type, Machine>();
        if (snapshot.get().fetch() instanceof Fetched.Read read) {
            for (Offer offer : read.offers()) {
                machines.putIfAbsent(new Type(offer.id().provider(), offer.id().instanceType()), offer.machine());
            }
        }
        return machines;
    }
}
