package ai.artenic.optimizer.adapters.pricing.spi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What an operator says of one provider: the settings `pricing.<key>.<name>`. Values may be secrets and are never
/// shown.
public final class SourceSettings {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,20})?");

    private final String provider;
    private final Map<String, String> values;

    /// @param values by name, without the provider's prefix
    public SourceSettings(String provider, Map<String, String> values) {
        this.provider = provider;
        this.values = Map.copyOf(values);
    }

    /// The value, if it is set.
    public Optional<String> text(String name) {
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
