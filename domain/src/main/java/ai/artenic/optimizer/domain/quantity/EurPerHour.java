package ai.artenic.optimizer.domain.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// A price in euro per hour of one node, never negative, normalised so that 0.0790 and 0.079 are one price.
public record EurPerHour(BigDecimal amount) implements Comparable<EurPerHour> {
    public EurPerHour {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("EurPerHour must not be negative, was " + amount);
        }
        amount = amount.stripTrailingZeros();
    }

    /// The price written as a decimal number, as in `"0.526"`.
    public static EurPerHour of(String amount) {
        return new EurPerHour(new BigDecimal(amount));
    }

    /// The price nearest to `amount`, rounded half-even to [Eur#SCALE] places.
    public static EurPerHour of(double amount) {
        return new EurPerHour(BigDecimal.valueOf(amount).setScale(Eur.SCALE, RoundingMode.HALF_EVEN));
    }

    /// The price as a double, for arithmetic on estimates.
    public double value() {
        return amount.doubleValue();
    }

    @Override
    public int compareTo(EurPerHour other) {
        return amount.compareTo(other.amount);
    }
}
