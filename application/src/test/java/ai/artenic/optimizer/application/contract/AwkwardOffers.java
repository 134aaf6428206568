package ai.artenic.optimizer.application.contract;

import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Gpu;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Offers that are hard to keep as they are.
final class AwkwardOffers {
    private AwkwardOffers() {}

    /// An offer of which hardly anything is known, with awkward texts.
    static Offer extreme(BigDecimal price, double number) {
        var share = new Accelerators(Gpu.unknown("X-½", OptionalDouble.empty()), 0.125, number);
        return new Offer(
                new OfferId(new Provider("p".repeat(50)), "t".repeat(200), "r", Optional.of("zone 'a'")),
                new Machine(OptionalDouble.of(number), OptionalDouble.empty(), Optional.of(share)),
                new EurPerHour(price),
                Optional.of(new EurPerHour(BigDecimal.ZERO)),
                false,
                new Provenance(
                        Provenance.Source.OPERATOR,
                        "a,b;c",
                        Instant.parse("0001-01-01T00:00:00.000000001Z"),
                        new BigDecimal("0.500"),
                        "JPY",
                        new BigDecimal("1E+3"),
                        LocalDate.of(9999, 12, 31)));
    }

    /// An offer of which everything is known, to many digits.
    static Offer rich() {
        OptionalDouble third = OptionalDouble.of(1 / 3.0);
        var gpu =
                new Gpu("G", OptionalInt.of(-7), third, third, third, third, third, third, third, OptionalDouble.of(0));
        return new Offer(
                new OfferId(new Provider("p"), "t,\"\n", "r/1", Optional.of("z")),
                new Machine(third, OptionalDouble.of(1e300), Optional.of(new Accelerators(gpu, 1e9, Math.PI))),
                new EurPerHour(new BigDecimal("123456789012345678901234567890.12345678901234567890")),
                Optional.of(new EurPerHour(new BigDecimal("1E+20"))),
                true,
                new Provenance(
                        Provenance.Source.LIVE,
                        "",
                        Instant.parse("2026-11-05T00:00:00.123456789Z"),
                        new BigDecimal("0.07900"),
                        "USD",
                        new BigDecimal("1.08310"),
                        LocalDate.of(2026, 11, 4)));
    }
}
