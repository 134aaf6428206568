package ai.artenic.optimizer.adapters.pricing.spi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What an operator says of one provider: the settings `pricing.<key>.<name>`. Values may be secrets and are never
/// shown.
public final class SourceSettings {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,20})?");

    /// What every source has: an address that answers for its hosts.
    public static final String MIRROR = "mirror";
    /// What every source has: how long its server may say nothing, as an ISO 8601 duration.
    public static final String TIMEOUT = "timeout";
    /// The address of an operator's own installation; for sources that name it among their settings.
    public static final String ENDPOINT = "endpoint";

    /// The address of a second part of it that answers elsewhere; likewise.
    public static final String COMPUTE_ENDPOINT = "compute-endpoint";

    /// The names that every source has.
    public static final Set<String> SHARED = Set.of(MIRROR, TIMEOUT);

    private final String provider;
    private final Set<String> known;
    private final Map<String, String> values;

    /// @param known the names that the source asks for, besides those that all have
    /// @param values by name, without the provider's prefix
    public SourceSettings(String provider, Set<String> known, Map<String, String> values) {
        this.provider = provider;
        this.known = Set.copyOf(known);
        this.values = Map.copyOf(values);
    }

    /// Whether the source has such a setting.
    public boolean has(String name) {
        return SHARED.contains(name) || known.contains(name);
    }

    /// The value, if it is set.
    ///
    /// @throws IllegalArgumentException if the source did not say that it has such a setting: nobody could set it
    public Optional<String> text(String name) {
        if (!has(name)) {
            throw new IllegalArgumentException(
                    "PriceSourceProvider.settings() of " + provider + " does not name '" + name + "'");
        }
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /// The values separated by commas; the default where none is set.
    public List<String> list(String name, List<String> otherwise) {
        return text(name).map(value -> List.of(value.split("\\s*,\\s*"))).orElse(otherwise);
    }

    /// The value of a setting that the source cannot do without.
    ///
    /// @throws UnreadableSourceException if it is not set, naming it
    public String required(String name) throws UnreadableSourceException {
        return text(name)
                .orElseThrow(() -> new UnreadableSourceException("pricing." + provider + "." + name + " is not set"));
    }

    /// The number from 0 up to below 10^9 that is set. Where something else is, a problem is noted and the answer is
    /// empty, so that all that is wrong can be said at once.
    public Optional<BigDecimal> number(String name, List<String> problems) {
        Optional<String> text = text(name);
        Optional<BigDecimal> number =
                text.filter(value -> NUMBER.matcher(value).matches()).map(BigDecimal::new);
        if (text.isPresent() && number.isEmpty()) {
            problems.add("pricing." + provider + "." + name + " is no number from 0 on, such as 0.25");
        }
        return number;
    }

    @Override
    public String toString() {
        return "SourceSettings of " + provider + ": " + values.keySet();
    }
}
