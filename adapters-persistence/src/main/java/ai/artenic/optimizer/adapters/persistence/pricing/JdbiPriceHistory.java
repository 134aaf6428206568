package ai.artenic.optimizer.adapters.persistence.pricing;

import ai.artenic.optimizer.adapters.persistence.database.Database;
import ai.artenic.optimizer.adapters.persistence.database.Moments;
import ai.artenic.optimizer.application.port.PriceHistory;
import ai.artenic.optimizer.application.port.PriceHistoryQuery;
import ai.artenic.optimizer.application.port.PricePage;
import ai.artenic.optimizer.domain.pricing.PricePoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Price points in the table `optimizer_price_points`.
public final class JdbiPriceHistory implements PriceHistory {
    /// Of each zone what came since, and the last before.
    private static final String SINCE = """
            with of_offer as (
                select * from optimizer_price_points
                where provider = :provider and instance_type = :instance_type and region = :region),
            last_before as (
                select distinct on (zone) * from of_offer where valid_from < :from
                order by zone, valid_from desc, number desc)
            select * from of_offer where valid_from >= :from
            union all select * from last_before
            order by zone nulls first, valid_from, number
            """;

    private final Database database;

    public JdbiPriceHistory(Database database) {
        this.database = database;
    }

    @Override
    public PricePage newest(PriceHistoryQuery query) {
        Map<String, Object> bindings = new HashMap<>();
        String sql = select(query, bindings);
        List<PointRow> rows = database.ask(handle -> handle.createQuery(sql)
                .bindMap(bindings)
                .map((row, _) -> PointRow.read(row))
                .list());
        boolean isLast = rows.size() <= query.limit();
        List<PointRow> items = isLast ? rows : rows.subList(0, query.limit());
        return new PricePage(
                items.stream().map(PointRow::point).toList(),
                isLast ? OptionalLong.empty() : OptionalLong.of(items.getLast().number()));
    }

    private static String select(PriceHistoryQuery query, Map<String, Object> bindings) {
        var conditions = new ArrayList<String>();
        conditions.add("true");
        query.provider().ifPresent(provider -> {
            conditions.add("provider = :provider");
            bindings.put("provider", provider);
        });
        query.instanceType().ifPresent(type -> {
            conditions.add("instance_type = :instance_type");
            bindings.put("instance_type", type);
        });
        query.region().ifPresent(region -> {
            conditions.add("region = :region");
            bindings.put("region", region);
        });
        query.since().ifPresent(since -> {
            conditions.add("valid_from >= :since");
            bindings.put("since", Moments.within(since));
        });
        query.before().ifPresent(before -> {
            conditions.add("number < :before");
            bindings.put("before", before);
        });
        bindings.put("most", query.limit() + 1);
        return "select * from optimizer_price_points where " + String.join(" and ", conditions)
                + " order by number desc limit :most";
    }

    @Override
    public List<PricePoint> since(String provider, String instanceType, String region, Instant from) {
        return database.ask(handle -> handle.createQuery(SINCE)
                .bind("provider", provider)
                .bind("instance_type", instanceType)
                .bind("region", region)
                .bind("from", Moments.within(from))
                .map((row, _) -> PointRow.read(row).point())
                .list());
    }
}
