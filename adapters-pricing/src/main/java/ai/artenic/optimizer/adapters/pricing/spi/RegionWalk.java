package ai.artenic.optimizer.adapters.pricing.spi;

import java.util.List;

/// Reads a provider region by region. A region that cannot be read is named and does not take the others with it.
public final class RegionWalk {
    private RegionWalk() {}

    /// Reads the prices of one region.
    @FunctionalInterface
    public interface Step {
        /// Adds nothing where it fails.
        ///
        /// @throws UnreadableSourceException if the region's prices cannot be read
        void read(String region) throws UnreadableSourceException;
    }

    /// Reads the regions one after the other.
    ///
    /// @throws UnreadableSourceException if none of them can be read, with the reason of the first, or
    ///     if the thread is interrupted: what was read until then is no price list
    public static void over(List<String> regions, OfferSheet sheet, Step step) throws UnreadableSourceException {
        UnreadableSourceException first = null;
        int failed = 0;
        for (String region : regions) {
            try {
                step.read(region);
            } catch (UnreadableSourceException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                failed++;
                first = first == null ? e : first;
                sheet.reject(region, String.valueOf(e.getMessage()));
            }
        }
        if (first != null && failed == regions.size()) {
            throw new UnreadableSourceException("no region can be read: " + first.getMessage(), first);
        }
    }
}
