package ai.artenic.optimizer.domain.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// An amount of money in euro, normalised (no trailing zeros) and exact.
public record Eur(BigDecimal amount) implements Comparable<Eur> {
    /// Decimal places that leave the service: amounts computed from estimates are rounded to these.
    public static final int SCALE = 6;

    public Eur {
        amount = amount.stripTrailingZeros();
    }

    /// The amount nearest to `euros`, rounded half-even to [#SCALE] places.
    public static Eur of(double euros) {
        return new Eur(BigDecimal.valueOf(euros).setScale(SCALE, RoundingMode.HALF_EVEN));
    }

    @Override
    public int compareTo(Eur other) {
        return amount.compareTo(other.amount);
    }
}
