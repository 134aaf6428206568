package ai.artenic.optimizer.adapters.pricing.snapshot;

import ai.artenic.optimizer.adapters.pricing.PackReport;
import ai.artenic.optimizer.adapters.pricing.csv.PriceTable;
import ai.artenic.optimizer.adapters.pricing.csv.UnreadableTableException;
import ai.artenic.optimizer.adapters.pricing.fx.FxTable;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Packs a price table into a snapshot file.
public final class Packing {
    private Packing() {}

    /// Packs the good rows of `from` into `to`, which is replaced.
    public static PackReport pack(Path from, Path to, GpuCatalog gpus, FxTable fx) {
        try {
            PriceTable table = PriceTable.read(from, gpus, fx);
            if (table.rows().isEmpty()) {
                return new PackReport.Failed("no row of " + from + " is good, the first is bad because "
                        + table.badRows().getFirst().reason());
            }
            try (OutputStream out = Files.newOutputStream(to)) {
                SnapshotPacker.pack(table.rows(), out);
            }
            long providers = table.rows().stream()
                    .map(row -> row.id().provider())
                    .distinct()
                    .count();
            return new PackReport.Packed(table.rows().size(), (int) providers, Files.size(to), table.badRows());
        } catch (UnreadableTableException e) {
            return new PackReport.Failed(from + " " + e.getMessage());
        } catch (IOException e) {
            return new PackReport.Failed(to + " cannot be written: " + e.getMessage());
        }
    }
}
