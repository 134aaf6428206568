package ai.artenic.optimizer.adapters.persistence;

import java.nio.file.Path;
import java.util.Optional;

/// Which database to keep things in, and how to use it.
public sealed interface StorageSettings {
    /// How connections are shared and bounded.
    PoolSettings pool();

    /// A PostgreSQL server that the service starts, watches and stops itself.
    ///
    /// @param dataDirectory where the data lies; belongs to the service alone and to one process at a time
    /// @param binariesDirectory where the server's programs are unpacked once per version, safe to share between
    ///     services of one user and safe to delete while none runs
    record Embedded(Path dataDirectory, Path binariesDirectory, PoolSettings pool) implements StorageSettings {}

    /// A PostgreSQL server that somebody else runs.
    ///
    /// @param url `postgresql://user:password@host:port/database?parameter=value` or that after
    ///     `jdbc:`
    /// @param user overrides the user in the URL
    /// @param password overrides the password in the URL
    record Server(String url, Optional<String> user, Optional<String> password, PoolSettings pool)
            implements StorageSettings {
        /// Without the URL and the password: both may hold a secret.
        @Override
        public String toString() {
            return "Server[user=" + user.orElse("") + ", pool=" + pool + "]";
        }
    }
}
