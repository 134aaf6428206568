package ai.artenic.optimizer.domain.pricing;

import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/// A reference rate of the European Central Bank: units of `currency` per EUR on `date`.
public record FxRate(String currency, BigDecimal perEur, LocalDate date) {
    public FxRate {
        if (perEur.signum() <= 0) {
            throw new IllegalArgumentException("FxRate of " + currency + " must be positive, was " + perEur);
        }
    }

    /// The price in EUR, rounded half-even to six places.
    public EurPerHour toEur(BigDecimal nativePrice) {
        return new EurPerHour(nativePrice.divide(perEur, Eur.SCALE, RoundingMode.HALF_EVEN));
    }
}
