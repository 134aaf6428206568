package ai.artenic.optimizer.adapters.pricing;

import ai.artenic.optimizer.adapters.pricing.fetch.HttpWeb;
import ai.artenic.optimizer.adapters.pricing.fetch.Limits;
import ai.artenic.optimizer.adapters.pricing.spi.OfferSheets;
import ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
import ai.artenic.optimizer.adapters.pricing.spi.SourceSettings;
import ai.artenic.optimizer.adapters.pricing.spi.SourceTools;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.pricing.FxRate;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// Makes live price sources, each with a web of its own.
final class LiveSources {
    private final GpuCatalog gpus;
    private final Function<String, Optional<FxRate>> rates;
    private final BiFunction<Provider, String, Optional<Machine>> machines;
    private final Function<Provider, List<Offer>> bundled;
    private final Limits limits;
    private final InstantSource clock;

    /// @param machines the hardware of a provider's instance type, where it is known
    /// @param bundled what the bundled snapshot says that a provider offers
    LiveSources(
            GpuCatalog gpus,
            Function<String, Optional<FxRate>> rates,
            BiFunction<Provider, String, Optional<Machine>> machines,
            Function<Provider, List<Offer>> bundled,
            Limits limits,
            InstantSource clock) {
        this.gpus = gpus;
        this.rates = rates;
        this.machines = machines;
        this.bundled = bundled;
        this.limits = limits;
        this.clock = clock;
    }

    /// The source of this provider. An interrupt ends a reading and is spent by that: what is then noted of it in a
    /// database must not be broken off, too.
    ///
    /// @throws IllegalArgumentException if a setting is no address that has to be one
    PriceSource create(PriceSourceProvider of, SourceSettings settings) {
        var provider = new Provider(of.key());
        var web = new HttpWeb(of.hosts(), settings, limits, RandomGenerator.getDefault(), clock);
        PriceSource source = made(
                of,
                new SourceTools(
                        settings,
                        web,
                        new OfferSheets(provider, gpus, rates),
                        type -> machines.apply(provider, type),
                        () -> bundled.apply(provider),
                        bundled,
                        clock));
        return () -> {
            try {
                return source.fetch();
            } finally {
                var _ = Thread.interrupted();
            }
        };
    }

    /// Sources may be anybody's: one that cannot be made breaks when it is read, as others break, and nothing else.
    private static PriceSource made(PriceSourceProvider of, SourceTools tools) {
        try {
            return of.create(tools);
        } catch (RuntimeException e) {
            return () -> {
                throw e;
            };
        } catch (Error e) {
            return () -> {
                throw e;
            };
        }
    }
}
