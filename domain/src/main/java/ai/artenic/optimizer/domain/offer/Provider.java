package ai.artenic.optimizer.domain.offer;

import java.util.regex.Pattern;

/// A seller of compute by its key, such as `aws`, `lambda_labs` or an operator's own name.
public record Provider(String key) implements Comparable<Provider> {
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,49}");

    public Provider {
        if (!isKey(key)) {
            throw new IllegalArgumentException("Provider key must match " + KEY + ", was '" + key + "'");
        }
    }

    /// Whether the text can be a provider's key: lower-case letters, digits, `_`, `.` and `-`, at most 50 of them.
    public static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    @Override
    public int compareTo(Provider other) {
        return key.compareTo(other.key);
    }
}
