package ai.artenic.optimizer.adapters.pricing;

import ai.artenic.optimizer.adapters.pricing.fx.FxTable;
import ai.artenic.optimizer.adapters.pricing.hardware.GpuTable;
import ai.artenic.optimizer.adapters.pricing.operator.OperatorFile;
import ai.artenic.optimizer.adapters.pricing.snapshot.Packing;
import ai.artenic.optimizer.adapters.pricing.snapshot.SnapshotSource;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import java.nio.file.Path;

/// Makes the price sources, which share one hardware table and one table of exchange rates.
public final class PriceSources {
    private final GpuTable gpus = GpuTable.bundled();
    private final FxTable fx = FxTable.bundled();

    /// Loads the bundled tables.
    public PriceSources() {}

    /// The GPU types whose hardware facts are known.
    public GpuCatalog gpus() {
        return gpus;
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

    /// Packs the price table `from` into the snapshot file `to`.
    public PackReport pack(Path from, Path to) {
        return Packing.pack(from, to, gpus, fx);
    }
}
