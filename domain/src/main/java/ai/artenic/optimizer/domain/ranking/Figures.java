package ai.artenic.optimizer.domain.ranking;

/// Writes numbers for people, without the cost of a format string: an answer holds dozens of them.
final class Figures {
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000};
    private static final double LARGEST = 1e14;

    private Figures() {}

    /// About three significant digits: `4739`, `29.6`, `1.48`, `0.0421`.
    static String significant(double value) {
        double magnitude = Math.abs(value);
        return fixed(value, magnitude >= 100 ? 0 : magnitude >= 10 ? 1 : magnitude >= 0.1 ? 2 : 4);
    }

    /// The number with so many decimals, at most four, rounded half away from zero.
    static String fixed(double value, int decimals) {
        if (!(Math.abs(value) < LARGEST)) {
            return Double.toString(value);
        }
        long scaled = Math.round(Math.abs(value) * POWERS[decimals]);
        var text = new StringBuilder(16);
        if (value < 0 && scaled > 0) {
            text.append('-');
        }
        text.append(scaled / POWERS[decimals]);
        if (decimals > 0) {
            text.append('.');
            String fraction = Long.toString(scaled % POWERS[decimals]);
            text.repeat('0', decimals - fraction.length()).append(fraction);
        }
        return text.toString();
    }
}
