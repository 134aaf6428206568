package ai.artenic.optimizer.adapters.pricing.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an operator says of one provider: the settings `pricing.<key>.<name>`. Values may be secrets and are never
/// shown.
public final class SourceSettings {
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

    @Override
    public String toString() {
        return "SourceSettings of " + provider + ": " + values.keySet();
    }
}
