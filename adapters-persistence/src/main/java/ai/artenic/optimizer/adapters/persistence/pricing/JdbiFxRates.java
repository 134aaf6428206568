package ai.artenic.optimizer.adapters.persistence.pricing;

import ai.artenic.optimizer.adapters.persistence.database.Columns;
import ai.artenic.optimizer.adapters.persistence.database.Database;
import ai.artenic.optimizer.application.port.FxRates;
import ai.artenic.optimizer.domain.pricing.FxRate;
import java.time.LocalDate;
import java.util.List;

/// Exchange rates in the table `optimizer_fx_rates`.
public final class JdbiFxRates implements FxRates {
    private static final String INSERT = """
            insert into optimizer_fx_rates (currency, date, per_eur)
            select currency, cast(date as date), cast(per_eur as numeric)
            from unnest(:currency, :date, :per_eur) as given (currency, date, per_eur)
            on conflict do nothing
            """;

    private final Database database;

    public JdbiFxRates(Database database) {
        this.database = database;
    }

    @Override
    public void keep(List<FxRate> rates) {
        database.ask(handle -> {
            var insert = handle.createUpdate(INSERT);
            new Columns<>(insert, rates)
                    .text("currency", FxRate::currency)
                    .text("date", rate -> rate.date().toString())
                    .text("per_eur", rate -> rate.perEur().toPlainString());
            return insert.execute();
        });
    }

    @Override
    public List<FxRate> newest() {
        return database.ask(handle -> handle.createQuery("""
                        select distinct on (currency) currency, date, per_eur from optimizer_fx_rates
                        order by currency, date desc
                        """)
                .map((row, _) -> new FxRate(
                        row.getString("currency"),
                        row.getBigDecimal("per_eur"),
                        row.getObject("date", LocalDate.class)))
                .list());
    }
}
