package ai.artenic.optimizer.adapters.persistence;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Which database to keep things in, and how to use it.
public sealed interface StorageSettings {
    /// How connections are shared and bounded.
    Pool pool();

    /// A PostgreSQL server that the service starts, watches and stops itself.
    ///
    /// @param dataDirectory where the data lies; belongs to the service alone and to one process at a time
    /// @param binariesDirectory where the server's programs are unpacked once per version, safe to share between
    ///     services of one user and safe to delete while none runs
    record Embedded(Path dataDirectory, Path binariesDirectory, Pool pool) implements StorageSettings {}

    /// A PostgreSQL server that somebody else runs.
    ///
    /// @param url `postgresql://user:password@host:port/database?parameter=value` or that after
    ///     `jdbc:`
    /// @param user overrides the user in the URL
    /// @param password overrides the password in the URL
    record Server(String url, Optional<String> user, Optional<String> password, Pool pool) implements StorageSettings {
        /// Without the URL and the password: both may hold a secret.
        @Override
        public String toString() {
            return "Server[user=" + user.orElse("") + ", pool=" + pool + "]";
        }
    }

    /// How connections to the database are shared and bounded.
    ///
    /// @param connectionsMax most connections at once, 1 to 500
    /// @param checkoutMax longest wait for a free connection, at least 250 ms
    /// @param statementMax longest run of one statement, at least 100 ms
    record Pool(int connectionsMax, Duration checkoutMax, Duration statementMax) {
        public static final Pool DEFAULT = new Pool(10, Duration.ofSeconds(3), Duration.ofSeconds(10));

        public Pool {
            if (connectionsMax < 1 || connectionsMax > 500) {
                throw new IllegalArgumentException("connectionsMax must be 1 to 500, was " + connectionsMax);
            }
            if (checkoutMax.toMillis() < 250) {
                throw new IllegalArgumentException("checkoutMax must be at least 250 ms, was " + checkoutMax);
            }
            if (statementMax.toMillis() < 100) {
                throw new IllegalArgumentException("statementMax must be at least 100 ms, was " + statementMax);
            }
        }
    }
}
