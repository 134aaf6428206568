package ai.artenic.optimizer.adapters.pricing.spi;

import ai.artenic.optimizer.domain.pricing.Coverage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads a provider region by region. A region that cannot be read is named and does not take the others with it: what
/// was known of it stays.
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
        var failed = new HashSet<String>();
        for (String region : regions) {
            try {
                step.read(region);
            } catch (UnreadableSourceException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                failed.add(region);
                first = first == null ? e : first;
                sheet.reject(region, String.valueOf(e.getMessage()));
            }
        }
        if (first != null && failed.containsAll(regions)) {
            throw new UnreadableSourceException("no region can be read: " + first.getMessage(), first);
        }
        sheet.cover(new Coverage(Set.copyOf(regions), failed));
    }
}
