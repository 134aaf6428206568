package ai.artenic.optimizer.bootstrap.config;

import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.intake.Nearest;
import ai.artenic.optimizer.domain.intake.Violation;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// Gathers settings, weakest first: defaults, a file, the environment, the command line. Nothing is read twice.
public final class ConfigSources {
    private final List<Violation> violations = new ArrayList<>();
    private final LivePricing live = new LivePricing(violations);
    private final Map<ConfigKey, Setting> settings = new EnumMap<>(ConfigKey.class);

    /// A value and where it was set.
    record Setting(String value, String place) {}

    private ConfigSources() {}

    /// The configuration, or everything that is wrong with it.
    ///
    /// @param file a properties file to read, if any
    /// @param environment variables, of which those of [ConfigKey#variable] count
    /// @param flags what the command line sets
    public static Intake<Config> read(
            Optional<Path> file, Map<String, String> environment, Map<ConfigKey, String> flags) {
        var sources = new ConfigSources();
        file.ifPresent(sources::addFile);
        for (ConfigKey key : ConfigKey.values()) {
            String value = environment.get(key.variable());
            if (value != null) {
                sources.settings.put(key, new Setting(value, key.variable()));
            }
        }
        sources.live.takeAll(environment);
        flags.forEach((key, value) -> sources.settings.put(key, new Setting(value, "the command line")));
        return new ConfigParser(sources.settings, sources.live, environment, sources.violations).parse();
    }

    private void addFile(Path file) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            violations.add(new Violation(
                    file.toString(), "cannot be read: " + e.getClass().getSimpleName() + " " + e.getMessage()));
            return;
        }
        properties.stringPropertyNames().stream()
                .sorted()
                .forEach(name ->
                        add(name, new Setting(properties.getProperty(name).strip(), file.toString())));
    }

    private void add(String name, Setting setting) {
        Optional<ConfigKey> known = ConfigKey.named(name);
        known.ifPresent(key -> settings.put(key, setting));
        if (known.isEmpty() && !live.take(name, setting)) {
            violations.add(new Violation(
                    name,
                    "in " + setting.place() + " is not a known key"
                            + Nearest.to(name, ConfigKey.keys())
                                    .map(key -> "; did you mean " + key + "?")
                                    .orElse("")));
        }
    }
}
