package ai.artenic.optimizer.bootstrap.config;

import ai.artenic.optimizer.application.usecase.LearningSettings;
import ai.artenic.optimizer.domain.ranking.ExplorationPolicy;
import ai.artenic.optimizer.domain.ranking.Mode;
import ai.artenic.optimizer.domain.ranking.Weights;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /// What is read over the network.
    ///
    /// @param keys of the sources that are read
    /// @param sources what is set per source, read or not, by key
    public record Live(Set<String> keys, Map<String, Source> sources) {
        public static final Live NONE = new Live(Set.of(), Map.of());

        public Live {
            keys = Set.copyOf(keys);
            sources = Map.copyOf(sources);
        }

        /// What is set for this source.
        public Source source(String key) {
            return sources.getOrDefault(key, new Source(Optional.empty(), BigDecimal.ZERO, Map.of()));
        }

        /// @param refresh time between two readings, where the source's own does not suit
        /// @param discount share by which on-demand prices are lower than listed, 0 to below 1
        /// @param settings the source's own, by name; may be secrets
        public record Source(Optional<Duration> refresh, BigDecimal discount, Map<String, String> settings) {
            public Source {
                settings = Map.copyOf(settings);
            }

            @Override
            public String toString() {
                return "Source[" + refresh + ", " + discount + ", " + settings.keySet() + "]";
            }
        }
    }

    /// @param snapshotFile in place of the bundled snapshot
    /// @param offersFile the operator's own price table
    /// @param offersOnly whether the price table is the only source
    public record Pricing(Optional<Path> snapshotFile, Optional<Path> offersFile, boolean offersOnly, Live live) {}
}
