package ai.artenic.optimizer.adapters.persistence.pricing;

import ai.artenic.optimizer.adapters.persistence.database.Columns;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.pricing.PricePoint;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// A price point as a row of `optimizer_price_points`.
///
/// @param number its place in the order of keeping
record PointRow(long number, PricePoint point) {
    private static final String INSERT = """
            insert into optimizer_price_points (
                provider, instance_type, region, zone, valid_from, on_demand_eur, spot_eur, native_price, currency)
            select
                provider, instance_type, region, zone, cast(valid_from as timestamptz),
                cast(on_demand as numeric), cast(spot as numeric), cast(native_price as numeric), currency
            from unnest(
                :provider, :instance_type, :region, :zone, :valid_from, :on_demand, :spot, :native_price, :currency)
            as given (
                provider, instance_type, region, zone, valid_from, on_demand, spot, native_price, currency)
            """;

    /// Appends the points in one turn.
    static void append(Handle handle, List<PricePoint> points) {
        if (points.isEmpty()) {
            return;
        }
        var insert = handle.createUpdate(INSERT);
        new Columns<>(insert, points)
                .text("provider", point -> point.id().provider().key())
                .text("instance_type", point -> storable(point.id().instanceType()))
                .text("region", point -> storable(point.id().region()))
                .text("zone", point -> point.id().zone().map(PointRow::storable).orElse(null))
                .text("valid_from", point -> point.from().toString())
                .text("on_demand", point -> point.onDemand().amount().toPlainString())
                .text(
                        "spot",
                        point -> point.spot()
                                .map(spot -> spot.amount().toPlainString())
                                .orElse(null))
                .text("native_price", point -> point.nativePrice().toPlainString())
                .text("currency", PricePoint::currency);
        insert.execute();
    }

    /// Providers name things as they like, and text in the database holds all but one character.
    private static String storable(String name) {
        return name.replace('\0', '?');
    }

    static PointRow read(ResultSet row) throws SQLException {
        var id = new OfferId(
                new Provider(row.getString("provider")),
                row.getString("instance_type"),
                row.getString("region"),
                Optional.ofNullable(row.getString("zone")));
        return new PointRow(
                row.getLong("number"),
                new PricePoint(
                        id,
                        row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                        new EurPerHour(row.getBigDecimal("on_demand_eur")),
                        Optional.ofNullable(row.getBigDecimal("spot_eur")).map(EurPerHour::new),
                        row.getBigDecimal("native_price"),
                        row.getString("currency")));
    }
}
