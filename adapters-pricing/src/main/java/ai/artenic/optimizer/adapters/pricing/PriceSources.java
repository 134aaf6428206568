package ai.artenic.optimizer.adapters.pricing;

import ai.artenic.optimizer.adapters.pricing.carbon.GridTable;
import ai.artenic.optimizer.adapters.pricing.fetch.HttpWeb;
import ai.artenic.optimizer.adapters.pricing.fetch.Limits;
import ai.artenic.optimizer.adapters.pricing.fx.EcbRates;
import ai.artenic.optimizer.adapters.pricing.fx.FxTable;
import ai.artenic.optimizer.adapters.pricing.hardware.GpuTable;
import ai.artenic.optimizer.adapters.pricing.operator.OperatorFile;
import ai.artenic.optimizer.adapters.pricing.snapshot.Packing;
import ai.artenic.optimizer.adapters.pricing.snapshot.SnapshotSource;
import ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
import ai.artenic.optimizer.adapters.pricing.spi.SourceSettings;
import ai.artenic.optimizer.application.port.Fetched;
import ai.artenic.optimizer.application.port.FxSource;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.cost.carbon.CarbonEstimator;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.pricing.FxRate;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Makes the price sources, which share one hardware table and one table of exchange rates.
public final class PriceSources {
    /// The key of the exchange rates among the sources, as in the settings `pricing.ecb.…`.
    public static final String RATES = EcbRates.KEY;

    private final GpuTable gpus = GpuTable.bundled();
    private final FxTable fx = FxTable.bundled();
    private final CarbonEstimator carbon = new CarbonEstimator(GridTable.bundled(), gpus::watts);
    private final BundledMachines machines = new BundledMachines(this::bundledSnapshot);

    /// Loads the bundled tables.
    public PriceSources() {}

    /// The GPU types whose hardware facts are known.
    public GpuCatalog gpus() {
        return gpus;
    }

    /// What is known of grids and of the power of GPUs.
    public CarbonEstimator carbon() {
        return carbon;
    }

    /// The hardware of a provider's instance type, where the bundled snapshot lists it.
    public Optional<Machine> machine(Provider provider, String instanceType) {
        return machines.find(provider, instanceType);
    }

    /// The dated snapshot that is part of the service.
    public PriceSource bundledSnapshot() {
        return SnapshotSource.bundled(gpus, fx);
    }

    /// A snapshot packed by [#pack].
    public PriceSource snapshotFile(Path file) {
        return SnapshotSource.file(file, gpus, fx);
    }

    /// An operator's own price table.
    public PriceSource operatorFile(Path file) {
        return new OperatorFile(file, gpus, fx);
    }

    /// A provider's own prices over the network.
    ///
    /// @param settings by name, without the prefix `pricing.<key>.`
    /// @throws IllegalArgumentException if a setting is no address that has to be one
    public PriceSource live(PriceSourceProvider provider, Map<String, String> settings, InstantSource clock) {
        return new LiveSources(gpus, fx::rate, machines::find, this::bundled, Limits.DEFAULT, clock)
                .create(provider, new SourceSettings(provider.key(), provider.settings(), settings));
    }

    private List<Offer> bundled(Provider provider) {
        return bundledSnapshot().fetch() instanceof Fetched.Read read
                ? read.offers().stream()
                        .filter(offer -> offer.id().provider().equals(provider))
                        .toList()
                : List.of();
    }

    /// The exchange rates of the day over the network.
    ///
    /// @param settings by name, without the prefix `pricing.ecb.`
    public FxSource exchangeRates(Map<String, String> settings, InstantSource clock) {
        var own = new SourceSettings(EcbRates.KEY, Set.of(), settings);
        return new EcbRates(new HttpWeb(EcbRates.HOSTS, own, Limits.DEFAULT, RandomGenerator.getDefault(), clock));
    }

    /// Takes exchange rates into use that are newer than those in use; prices that are read from now on are converted
    /// by them.
    ///
    /// @return whether there were any
    public boolean takeRates(List<FxRate> rates) {
        return fx.take(rates);
    }

    /// Packs the price table `from` into the snapshot file `to`.
    public PackReport pack(Path from, Path to) {
        return Packing.pack(from, to, gpus, fx);
    }
}
