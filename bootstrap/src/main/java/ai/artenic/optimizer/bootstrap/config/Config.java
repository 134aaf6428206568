package ai.artenic.optimizer.bootstrap.config;

import ai.artenic.optimizer.application.usecase.LearningSettings;
import ai.artenic.optimizer.domain.ranking.ExplorationPolicy;
import ai.artenic.optimizer.domain.ranking.Mode;
import ai.artenic.optimizer.domain.ranking.Weights;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// All settings of the service, parsed once.
public record Config(
        Server server,
        Store store,
        Pricing pricing,
        Weights weights,
        ExplorationPolicy exploration,
        Learning learning) {
    /// @param bodyBytesMost longest request body
    public record Server(String host, int port, int bodyBytesMost) {}

    /// @param dataDirectory of the embedded server
    /// @param databaseUrl of a server elsewhere; there if `kind` is [Kind#SERVER]
    public record Store(
            Kind kind,
            Path dataDirectory,
            Path binariesDirectory,
            Optional<String> databaseUrl,
            int connectionsMax,
            Duration checkoutMax,
            Duration statementMax) {

        /// Kinds of store.
        public enum Kind {
            EMBEDDED,
            SERVER,
            MEMORY
        }
    }

    /// @param mode what a request of mode auto is ranked by
    public record Learning(Mode mode, LearningSettings settings) {
        /// When a trained model takes over.
        enum Promotion {
            GATE,
            ALWAYS
        }
    }

    /// @param snapshotFile in place of the bundled snapshot
    /// @param offersFile the operator's own price table
    /// @param offersOnly whether the price table is the only source
    public record Pricing(Optional<Path> snapshotFile, Optional<Path> offersFile, boolean offersOnly) {}
}
