package ai.artenic.optimizer.domain.intake;

import java.util.Locale;

/// The names of enumerated terms outside the JVM: `BF16` is written `bf16` in JSON, the database and on the command
/// line.
public final class Terms {
    private Terms() {}

    /// The term's name on the wire.
    public static String wire(Enum<?> term) {
        return term.name().toLowerCase(Locale.ROOT);
    }
}
