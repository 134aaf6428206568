package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Money as it leaves the service: euros with at most six decimal places.
final class Money {
    private Money() {}

    static BigDecimal of(Eur amount) {
        return atMostSixPlaces(amount.amount());
    }

    static BigDecimal of(BigDecimal euros) {
        return atMostSixPlaces(euros);
    }

    static BigDecimal of(EurPerHour price) {
        return atMostSixPlaces(price.amount());
    }

    static @Nullable BigDecimal of(Optional<EurPerHour> price) {
        return price.map(Money::of).orElse(null);
    }

    private static BigDecimal atMostSixPlaces(BigDecimal amount) {
        return amount.scale() <= Eur.SCALE ? amount : amount.setScale(Eur.SCALE, RoundingMode.HALF_EVEN);
    }
}
