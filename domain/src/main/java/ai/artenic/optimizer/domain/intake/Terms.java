package ai.artenic.optimizer.domain.intake;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// The names of enumerated terms outside the JVM: `BF16` is written `bf16` in JSON, the database and on the command
/// line.
public final class Terms {
    private static final ClassValue<Map<Enum<?>, String>> NAMES = new ClassValue<>() {
        @Override
        protected Map<Enum<?>, String> computeValue(Class<?> terms) {
            var names = new HashMap<Enum<?>, String>();
            for (Object constant : terms.getEnumConstants()) {
                var term = (Enum<?>) constant;
                names.put(term, term.name().toLowerCase(Locale.ROOT));
            }
            return names;
        }
    };

    private Terms() {}

    /// The term's name on the wire.
    public static String wire(Enum<?> term) {
        return Objects.requireNonNull(NAMES.get(term.getDeclaringClass()).get(term));
    }
}
