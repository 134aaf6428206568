package ai.artenic.optimizer.domain.intake;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Finds the name a user probably meant.
public final class Nearest {
    private Nearest() {}

    /// The known name with the least edit distance to `typed`, if that is at most a third of its length, plus one.
    public static Optional<String> to(String typed, Collection<String> known) {
        return known.stream()
                .filter(name -> distance(typed, name) <= 1 + typed.length() / 3)
                .min(Comparator.<String>comparingInt(name -> distance(typed, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    static String hint(String typed, Collection<String> known) {
        return to(typed, known).map(name -> "; did you mean " + name + "?").orElse("");
    }

    /// Levenshtein distance: insertions, deletions and substitutions cost one each.
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substitution, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
