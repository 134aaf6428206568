package ai.artenic.optimizer.domain.intake;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A wrong value as a message shows it: short, whatever it was.
final class Shown {
    private Shown() {}

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> '"' + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + '"';
            case Map<?, ?> object -> "an object";
            case List<?> list -> "a list of " + list.size();
            case Object other -> {
                String text = other.toString();
                yield text.length() > 40 ? text.substring(0, 40) + "…" : text;
            }
        };
    }
}
