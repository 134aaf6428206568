package ai.artenic.optimizer.adapters.persistence.learning;

import ai.artenic.optimizer.adapters.persistence.database.Database;
import ai.artenic.optimizer.application.port.Promotions;
import ai.artenic.optimizer.domain.learning.Promotion;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/// Promotions in the table `optimizer_promotions`.
public final class JdbiPromotions implements Promotions {
    private static final String INSERT = """
            insert into optimizer_promotions (version, reason, promoted_at)
            select version, :reason, :promoted_at from optimizer_models where version = :version
            """;

    private final Database database;

    public JdbiPromotions(Database database) {
        this.database = database;
    }

    @Override
    public void promote(Promotion promotion) {
        int inserted = database.ask(handle -> handle.createUpdate(INSERT)
                .bind("version", promotion.version())
                .bind("reason", promotion.reason())
                .bind("promoted_at", promotion.at().atOffset(ZoneOffset.UTC))
                .execute());
        if (inserted == 0) {
            throw new IllegalArgumentException("There is no model of version " + promotion.version());
        }
    }

    @Override
    public List<Promotion> newest(int most) {
        return database.ask(handle -> handle.createQuery("""
                        select version, reason, promoted_at from optimizer_promotions
                        order by number desc limit :most
                        """)
                .bind("most", most)
                .map((row, _) -> new Promotion(
                        row.getString("version"),
                        row.getString("reason"),
                        row.getObject("promoted_at", OffsetDateTime.class).toInstant()))
                .list());
    }
}
