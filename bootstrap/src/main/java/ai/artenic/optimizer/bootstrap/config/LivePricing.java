package ai.artenic.optimizer.bootstrap.config;

import ai.artenic.optimizer.adapters.pricing.spi.SourceSettings;
import ai.artenic.optimizer.bootstrap.config.Config.Live;
import ai.artenic.optimizer.bootstrap.config.ConfigSources.Setting;
import ai.artenic.optimizer.domain.intake.Nearest;
import ai.artenic.optimizer.domain.intake.Violation;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reads the settings of live prices: `pricing.live` and `pricing.<source>.<name>`. A source says which
/// names it has; what they mean is its own affair, but for `refresh` and `discount`. A value may be a secret and is not
/// shown.
final class LivePricing {
    private static final String PREFIX = "pricing.";
    private static final String ALL = "all";
    private static final Set<String> ADDRESSES =
            Set.of(SourceSettings.ENDPOINT, SourceSettings.COMPUTE_ENDPOINT, SourceSettings.MIRROR);
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration SHORTEST_SILENCE = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(365);

    private final SortedSet<String> sources = PriceProviders.sources();
    private final Map<String, Map<String, Setting>> settings = new TreeMap<>();
    private final List<Violation> violations;

    /// @param violations takes what is wrong
    LivePricing(List<Violation> violations) {
        this.violations = violations;
    }

    /// Takes a setting if it is of a known source.
    boolean take(String key, Setting setting) {
        for (String source : sources) {
            String prefix = PREFIX + source + ".";
            if (key.startsWith(prefix) && key.length() > prefix.length()) {
                put(source, key.substring(prefix.length()), setting);
                return true;
            }
        }
        return false;
    }

    /// Takes what the environment says: `ARTENIC_PRICING__LAMBDA_LABS__API_KEY`.
    void takeAll(Map<String, String> environment) {
        for (String source : sources) {
            String prefix = "ARTENIC_PRICING__" + variable(source) + "__";
            environment.forEach((name, value) -> {
                if (name.startsWith(prefix) && name.length() > prefix.length()) {
                    String rest = name.substring(prefix.length());
                    put(source, rest.toLowerCase(Locale.ROOT).replace('_', '-'), new Setting(value, name));
                }
            });
        }
    }

    private static String variable(String source) {
        return source.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    private void put(String source, String name, Setting setting) {
        settings.computeIfAbsent(source, key -> new TreeMap<>()).put(name, setting);
    }

    /// @param live the value of `pricing.live`
    Live parse(Optional<Setting> live) {
        Set<String> keys = live.map(this::keys).orElse(Set.of());
        var parsed = new HashMap<String, Live.Source>();
        settings.forEach((source, ofOne) -> parsed.put(source, source(source, ofOne)));
        return new Live(keys, parsed);
    }

    private Set<String> keys(Setting live) {
        var keys = new TreeSet<String>();
        for (String key : live.value().strip().split("\\s*,\\s*")) {
            if (key.equals(ALL)) {
                keys.addAll(PriceProviders.realSources());
            } else if (sources.contains(key)) {
                keys.add(key);
            } else if (!key.isEmpty()) {
                violations.add(new Violation(
                        ConfigKey.PRICING_LIVE.key(),
                        "names '" + key + "' (" + live.place() + "), which is no source"
                                + Nearest.to(key, new ArrayList<>(sources))
                                        .map(known -> "; did you mean " + known + "?")
                                        .orElse("; there are " + String.join(", ", sources))));
            }
        }
        return keys;
    }

    private Live.Source source(String source, Map<String, Setting> ofOne) {
        var own = new HashMap<String, String>();
        Optional<Duration> refresh = Optional.empty();
        BigDecimal discount = BigDecimal.ZERO;
        for (var entry : ofOne.entrySet()) {
            String key = PREFIX + source + "." + entry.getKey();
            Setting setting = entry.getValue();
            if (!PriceProviders.settings(source).contains(entry.getKey())) {
                refuseName(source, entry.getKey(), setting);
                continue;
            }
            switch (entry.getKey()) {
                case PriceProviders.REFRESH -> refresh = duration(key, setting, SHORTEST);
                case PriceProviders.DISCOUNT -> discount = discount(key, setting);
                case SourceSettings.TIMEOUT ->
                    duration(key, setting, SHORTEST_SILENCE)
                            .ifPresent(most -> own.put(entry.getKey(), most.toString()));
                default -> own.put(entry.getKey(), checked(key, entry.getKey(), setting));
            }
        }
        return new Live.Source(refresh, discount, own);
    }

    private void refuseName(String source, String name, Setting setting) {
        SortedSet<String> known = PriceProviders.settings(source);
        violations.add(new Violation(
                PREFIX + source + "." + name,
                "is no setting of " + source + " (" + setting.place() + ")"
                        + Nearest.to(name, known)
                                .map(nearest -> "; did you mean " + PREFIX + source + "." + nearest + "?")
                                .orElse("; it has " + String.join(", ", known))));
    }

    private Optional<Duration> duration(String key, Setting setting, Duration least) {
        try {
            Duration duration = Duration.parse(setting.value().strip());
            if (duration.compareTo(least) >= 0 && duration.compareTo(LONGEST) <= 0) {
                return Optional.of(duration);
            }
        } catch (DateTimeParseException e) {
            // named below, with an example
        }
        refuse(key, "must be a duration of at least " + least + ", such as " + least.multipliedBy(60), setting);
        return Optional.empty();
    }

    private BigDecimal discount(String key, Setting setting) {
        try {
            var share = new BigDecimal(setting.value().strip());
            if (share.signum() >= 0 && share.compareTo(BigDecimal.ONE) < 0) {
                return share;
            }
        } catch (NumberFormatException e) {
            // named below, with the bounds
        }
        refuse(key, "must be a share from 0 to below 1, such as 0.15", setting);
        return BigDecimal.ZERO;
    }

    /// Addresses are checked here, where all mistakes are named together; somebody may have put a password in one.
    private String checked(String key, String name, Setting setting) {
        String value = setting.value().strip();
        if (ADDRESSES.contains(name) && !isAddress(value)) {
            violations.add(
                    new Violation(key, "must be an address such as https://host:port/path (" + setting.place() + ")"));
        }
        return value;
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null
                    && Set.of("http", "https").contains(String.valueOf(uri.getScheme()))
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void refuse(String key, String message, Setting setting) {
        violations.add(new Violation(key, message + ", was '" + setting.value() + "' (" + setting.place() + ")"));
    }
}
