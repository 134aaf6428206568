package ai.artenic.optimizer.adapters.pricing.fetch;

import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import ai.artenic.optimizer.adapters.pricing.spi.WebRequest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// What a request carries that may be secret. A server may say it back, and readers quote what they do not understand.
///
/// @param words of its headers and its query
record Secrets(Set<String> words) {
    private static final int SHORTEST = 6;
    private static final int SHORTEST_OF_QUERY = 16;
    private static final Set<String> PLAIN = Set.of("application/json", "bearer");

    Secrets {
        words = Set.copyOf(words);
    }

    static Secrets of(WebRequest request) {
        var words = new HashSet<String>();
        request.headers().values().forEach(value -> take(value.split("[\\s,;=]+"), SHORTEST, words));
        String query = request.uri().getQuery();
        if (query != null) {
            take(query.split("[&=]"), SHORTEST_OF_QUERY, words);
        }
        return new Secrets(words);
    }

    private static void take(String[] from, int shortest, Set<String> words) {
        Arrays.stream(from)
                .filter(word -> word.length() >= shortest && !PLAIN.contains(word.toLowerCase(Locale.ROOT)))
                .forEach(words::add);
    }

    /// The same without them.
    UnreadableSourceException hiddenIn(UnreadableSourceException failure) {
        String message = String.valueOf(failure.getMessage());
        String hidden = message;
        for (String word : words) {
            hidden = without(word, hidden);
        }
        return hidden.equals(message) ? failure : new UnreadableSourceException(hidden);
    }

    /// Messages are cut off, so what begins like a long word is hidden for as long as it goes on like it.
    private static String without(String word, String text) {
        String beginning = word.substring(0, Math.min(word.length(), SHORTEST_OF_QUERY));
        var hidden = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, from)) {
            hidden.append(text, from, at).append('…');
            from = at + beginning.length();
            while (from < text.length() && from - at < word.length() && text.charAt(from) == word.charAt(from - at)) {
                from++;
            }
        }
        return hidden.append(text.substring(from)).toString();
    }
}
