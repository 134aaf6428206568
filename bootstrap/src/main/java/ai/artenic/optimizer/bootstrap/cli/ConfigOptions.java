package ai.artenic.optimizer.bootstrap.cli;

import ai.artenic.optimizer.bootstrap.config.Config;
import ai.artenic.optimizer.bootstrap.config.ConfigKey;
import ai.artenic.optimizer.bootstrap.config.ConfigSources;
import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.intake.Violation;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Flags that choose prices and the configuration file, shared by several commands.
final class ConfigOptions {
    private static final Path USUAL_FILE = Path.of("optimizer.properties");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration file (default: optimizer.properties, if there is one here)")
    private @Nullable Path file;

    @Option(
            names = "--offers-file",
            paramLabel = "FILE",
            description = "Your own price table (CSV), which overrides the bundled prices")
    private @Nullable String offersFile;

    @Option(names = "--offers-only", description = "Use only your own price table")
    private boolean offersOnly;

    @Option(
            names = "--snapshot-file",
            paramLabel = "FILE",
            description = "Snapshot made by 'catalog pack', in place of the bundled one")
    private @Nullable String snapshotFile;

    /// The configuration; or nothing, after all its mistakes were printed.
    Optional<Config> config(Map<ConfigKey, String> more, PrintWriter err) {
        Map<ConfigKey, String> flags = new EnumMap<>(ConfigKey.class);
        flags.putAll(more);
        put(flags, ConfigKey.PRICING_OFFERS_FILE, offersFile);
        put(flags, ConfigKey.PRICING_SNAPSHOT_FILE, snapshotFile);
        if (offersOnly) {
            flags.put(ConfigKey.PRICING_OFFERS_ONLY, "true");
        }
        Optional<Path> read =
                Optional.ofNullable(file).or(() -> Optional.of(USUAL_FILE).filter(Files::exists));
        return switch (ConfigSources.read(read, System.getenv(), flags)) {
            case Intake.Accepted<Config>(Config config) -> Optional.of(config);
            case Intake.Refused<Config>(var violations) -> {
                err.println("The configuration is wrong:");
                for (Violation violation : violations) {
                    err.println("  " + violation.pointer() + " " + violation.message());
                }
                yield Optional.empty();
            }
        };
    }

    static void put(Map<ConfigKey, String> flags, ConfigKey key, @Nullable String value) {
        if (value != null) {
            flags.put(key, value);
        }
    }
}
