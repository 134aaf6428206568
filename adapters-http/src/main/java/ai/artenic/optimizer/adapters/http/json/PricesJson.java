package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.application.usecase.ListPrices.PricesAnswer;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.pricing.PricePoint;
import ai.artenic.optimizer.domain.pricing.SpotStatistics;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of price points, the one kept last first; `next_cursor` is null on the last. `spot` has the last 30 days of
/// each offer of one instance type in one region.
public record PricesJson(List<Point> items, @Nullable String nextCursor, List<SpotJson> spot, Instant asOf)
        implements ListJson<PricesJson.Point> {

    /// The prices of an offer from a moment on, until its next point.
    public record Point(
            String provider,
            String instanceType,
            String region,
            @Nullable String zone,
            Instant validFrom,
            BigDecimal pricePerHourEur,
            @Nullable BigDecimal spotPricePerHourEur,
            BigDecimal nativePricePerHour,
            String nativeCurrency) {}

    /// How the spot price of an offer moved: percentiles over time, relative change per day, and realised volatility
    /// per day of its logarithm.
    public record SpotJson(
            @Nullable String zone,
            Instant since,
            @JsonProperty("p50_price_per_hour_eur") BigDecimal p50,
            @JsonProperty("p95_price_per_hour_eur") BigDecimal p95,
            double trendPerDay,
            double volatilityPerDay) {}

    @Override
    public Class<Point> rowType() {
        return Point.class;
    }

    @Override
    public List<Point> rows() {
        return items;
    }

    public static PricesJson from(PricesAnswer answer, @Nullable String nextCursor) {
        return new PricesJson(
                answer.page().items().stream().map(PricesJson::point).toList(),
                nextCursor,
                answer.spot().entrySet().stream()
                        .map(entry -> spot(entry.getKey(), entry.getValue()))
                        .toList(),
                answer.asOf());
    }

    private static Point point(PricePoint point) {
        OfferId id = point.id();
        return new Point(
                id.provider().key(),
                id.instanceType(),
                id.region(),
                id.zone().orElse(null),
                point.from(),
                Money.of(point.onDemand()),
                Money.of(point.spot()),
                point.nativePrice(),
                point.currency());
    }

    private static SpotJson spot(OfferId id, SpotStatistics statistics) {
        return new SpotJson(
                id.zone().orElse(null),
                statistics.since(),
                Money.of(statistics.p50()),
                Money.of(statistics.p95()),
                statistics.trendPerDay(),
                statistics.volatilityPerDay());
    }
}
