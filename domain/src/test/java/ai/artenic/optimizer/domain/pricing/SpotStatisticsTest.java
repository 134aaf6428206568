package ai.artenic.optimizer.domain.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpotStatisticsTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    private static PricePoint point(double daysAgo, double spot) {
        return new PricePoint(
                Offers.gpu("aws", "g4dn", Gpus.T4, 1, 1, 0.5).id(),
                NOW.minus(Duration.ofMinutes(Math.round(daysAgo * 1440))),
                EurPerHour.of(10),
                spot > 0 ? Optional.of(EurPerHour.of(spot)) : Optional.empty(),
                BigDecimal.TEN,
                "USD");
    }

    private static SpotStatistics statistics(PricePoint... points) {
        return SpotStatistics.of(List.of(points), NOW).orElseThrow();
    }

    @Test
    void a_price_that_never_moved_is_steady() {
        SpotStatistics steady = statistics(point(400, 0.5));
        assertEquals(NOW.minus(SpotStatistics.WINDOW), steady.since());
        assertEquals(EurPerHour.of(0.5), steady.p50());
        assertEquals(EurPerHour.of(0.5), steady.p95());
        assertEquals(0, steady.trendPerDay(), 1e-12);
        assertEquals(0, steady.volatilityPerDay());
    }

    @Test
    void prices_count_for_as_long_as_they_held_not_as_often_as_they_were_seen() {
        SpotStatistics spiky = statistics(point(30, 0.5), point(1, 4), point(0.9, 3), point(0.8, 4), point(0.7, 0.5));
        assertEquals(EurPerHour.of(0.5), spiky.p50());
        assertEquals(EurPerHour.of(0.5), spiky.p95());
        assertEquals(EurPerHour.of(4), statistics(point(30, 0.5), point(2, 4)).p95());
        assertEquals(EurPerHour.of(4), statistics(point(30, 0.5), point(16, 4)).p50());
    }

    @Test
    void a_price_that_doubles_every_ten_days_rises_by_seven_percent_a_day() {
        var points = new ArrayList<PricePoint>();
        for (int step = 0; step < 3000; step++) {
            points.add(point(30 - step * 0.01, 0.5 * Math.pow(2, step / 1000.0)));
        }
        SpotStatistics rising = SpotStatistics.of(points, NOW).orElseThrow();
        assertEquals(Math.pow(2, 0.1) - 1, rising.trendPerDay(), 1e-4);
    }

    @Test
    void volatility_is_the_root_of_squared_changes_per_day() {
        double once = Math.log(2);
        assertEquals(
                Math.sqrt(2 * once * once / 30),
                statistics(point(30, 0.5), point(20, 1), point(10, 0.5)).volatilityPerDay(),
                1e-9);
    }

    @Test
    void time_without_a_spot_price_does_not_count() {
        assertEquals(Optional.empty(), SpotStatistics.of(List.of(point(30, 0)), NOW));
        assertEquals(Optional.empty(), SpotStatistics.of(List.of(), NOW));
        assertEquals(Optional.empty(), SpotStatistics.of(List.of(point(-1, 1)), NOW));
        assertEquals(
                NOW.minus(Duration.ofDays(5)),
                statistics(point(30, 0), point(5, 0.5)).since());
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void percentiles_are_prices_that_held_and_in_order(long seed) {
        var random = new SplittableRandom(seed);
        var points = new ArrayList<PricePoint>();
        for (double day = 40; day > 0; day -= 0.1 + 3 * random.nextDouble()) {
            points.add(point(day, 0.1 + random.nextDouble()));
        }
        SpotStatistics statistics = SpotStatistics.of(points, NOW).orElseThrow();
        assertTrue(statistics.p50().compareTo(statistics.p95()) <= 0);
        assertTrue(points.stream().anyMatch(point -> point.spot().equals(Optional.of(statistics.p95()))));
        assertTrue(Double.isFinite(statistics.trendPerDay()) && statistics.volatilityPerDay() >= 0);
    }
}
