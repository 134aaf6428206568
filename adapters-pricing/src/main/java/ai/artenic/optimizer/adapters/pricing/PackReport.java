package ai.artenic.optimizer.adapters.pricing;

import ai.artenic.optimizer.domain.pricing.BadRow;
import java.util.List;

/// What came of packing a price table.
public sealed interface PackReport {
    /// @param bytes size of the snapshot file
    record Packed(int offers, int providers, long bytes, List<BadRow> badRows) implements PackReport {
        public Packed {
            badRows = List.copyOf(badRows);
        }
    }

    /// Nothing was packed; the reason in one line.
    record Failed(String reason) implements PackReport {}
}
