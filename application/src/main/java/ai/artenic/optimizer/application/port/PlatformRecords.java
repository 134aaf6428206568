package ai.artenic.optimizer.application.port;

import ai.artenic.optimizer.domain.platform.PlatformJob;
import java.util.List;
import java.util.Optional;

/// Reads the jobs of an Artenic platform, and changes nothing there.
///
/// A platform that cannot be reached throws [StoreUnavailableException].
@FunctionalInterface
public interface PlatformRecords {
    /// The jobs that come after this one in the order of the platform, each once; empty at the end.
    ///
    /// @param after id of the last job of the page before; empty for the first page
    /// @param most at least 1
    List<PlatformJob> jobs(Optional<String> after, int most);
}
