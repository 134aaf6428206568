package ai.artenic.optimizer.adapters.persistence.spending;

import ai.artenic.optimizer.adapters.persistence.database.Database;
import ai.artenic.optimizer.application.port.SpendingHistory;
import ai.artenic.optimizer.domain.cost.history.Days;
import ai.artenic.optimizer.domain.cost.history.Grouping;
import ai.artenic.optimizer.domain.cost.history.MetricMoves;
import ai.artenic.optimizer.domain.cost.history.MetricMoves.Moves;
import ai.artenic.optimizer.domain.cost.history.Spend;
import ai.artenic.optimizer.domain.cost.history.SpendGroup;
import ai.artenic.optimizer.domain.cost.history.SpendRow;
import ai.artenic.optimizer.domain.intake.Terms;
import ai.artenic.optimizer.domain.offer.Provider;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Sums in the tables `optimizer_daily_spending` and `optimizer_daily_metrics`, where a trigger keeps them.
public final class JdbiSpendingHistory implements SpendingHistory {
    static final String DAILY = """
            select day, provider, name, jobs, cost_eur, hours, failed_jobs, wasted_cost_eur
            from optimizer_daily_spending
            where grouping = :grouping and day >= :from and day < :to
            """;

    private static final String METRICS = """
            select metric, sum(rises) as rises, sum(rises_cost_eur) as rises_cost, sum(rises_jobs) as rises_jobs,
                sum(falls) as falls, sum(falls_cost_eur) as falls_cost, sum(falls_jobs) as falls_jobs,
                sum(unmoved_cost_eur) as unmoved_cost, sum(unmoved_jobs) as unmoved_jobs
            from optimizer_daily_metrics
            where day >= :from and day < :to and (provider = :provider or :provider = '')
            group by metric
            order by metric
            """;

    private final Database database;

    public JdbiSpendingHistory(Database database) {
        this.database = database;
    }

    @Override
    public List<SpendRow> daily(Days days, Grouping grouping, Optional<Provider> provider) {
        String sql = DAILY + (provider.isPresent() ? "and provider = :provider " : "") + "order by day, provider, name";
        return database.ask(handle -> {
            var query = handle.createQuery(sql)
                    .bind("grouping", kept(grouping, provider.isPresent()))
                    .bind("from", days.from())
                    .bind("to", days.to());
            provider.ifPresent(one -> query.bind("provider", one.key()));
            return query.map((row, _) -> row(row, grouping)).list();
        });
    }

    @Override
    public List<MetricMoves> metrics(Days days, Optional<Provider> provider) {
        return database.ask(handle -> handle.createQuery(METRICS)
                .bind("from", days.from())
                .bind("to", days.to())
                .bind("provider", provider.map(Provider::key).orElse(""))
                .map((row, _) -> new MetricMoves(
                        row.getString("metric"),
                        moves(row, "rises", row.getBigDecimal("rises")),
                        moves(row, "falls", row.getBigDecimal("falls")),
                        moves(row, "unmoved", BigDecimal.ZERO)))
                .list());
    }

    /// All jobs of one provider are in the sums of the providers.
    private static String kept(Grouping grouping, boolean isOfOne) {
        return grouping != Grouping.NONE ? Terms.wire(grouping) : isOfOne ? "provider" : "total";
    }

    private static SpendRow row(ResultSet row, Grouping grouping) throws SQLException {
        return new SpendRow(
                row.getObject("day", LocalDate.class),
                grouping == Grouping.NONE
                        ? SpendGroup.ALL
                        : new SpendGroup(row.getString("provider"), row.getString("name")),
                new Spend(
                        row.getBigDecimal("cost_eur"),
                        row.getLong("jobs"),
                        row.getBigDecimal("hours"),
                        row.getLong("failed_jobs"),
                        row.getBigDecimal("wasted_cost_eur")));
    }

    private static Moves moves(ResultSet row, String which, BigDecimal change) throws SQLException {
        return new Moves(change, row.getBigDecimal(which + "_cost"), row.getLong(which + "_jobs"));
    }
}
