package ai.artenic.optimizer.domain.offer;

/// A seller of compute by its key, such as `aws`, `lambda_labs` or an operator's own name.
public record Provider(String key) implements Comparable<Provider> {
    private static final int LONGEST = 50;

    public Provider {
        if (!isKey(key)) {
            throw new IllegalArgumentException("Provider key must match [a-z0-9][a-z0-9_.-]{0,49}, was '" + key + "'");
        }
    }

    /// Whether the text can be a provider's key: lower-case letters, digits, `_`, `.` and `-`, at most 50 of them, a
    /// letter or digit first.
    public static boolean isKey(String text) {
        if (text.isEmpty() || text.length() > LONGEST || !isLetterOrDigit(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetterOrDigit(c) && c != '_' && c != '.' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    @Override
    public int compareTo(Provider other) {
        return key.compareTo(other.key);
    }
}
