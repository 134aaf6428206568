package ai.artenic.optimizer.adapters.persistence;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Which PostgreSQL keeps the data, and how it is reached.
public sealed interface StorageSettings {
    Pool pool();

    /// A server of our own in a data directory.
    ///
    /// @param dataDirectory holds the cluster; made if absent
    /// @param binariesDirectory where PostgreSQL's programs are unpacked once
    record Embedded(Path dataDirectory, Path binariesDirectory, Pool pool) implements StorageSettings {}

    /// A server that runs elsewhere.
    ///
    /// @param url `jdbc:postgresql://host:port/database?…` or `postgresql://user:password@host:port/database`
    record Server(String url, Optional<String> user, Optional<String> password, Pool pool) implements StorageSettings {}

    /// @param connectionsMax most connections at once
    /// @param checkoutMax longest wait for a connection, after which the store counts as unavailable
    /// @param statementMax longest run of a statement
    record Pool(int connectionsMax, Duration checkoutMax, Duration statementMax) {
        /// Ten connections, three seconds to get one, ten to run a statement.
        public static final Pool DEFAULT = new Pool(10, Duration.ofSeconds(3), Duration.ofSeconds(10));
    }
}
