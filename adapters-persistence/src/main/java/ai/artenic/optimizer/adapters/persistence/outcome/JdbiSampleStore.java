package ai.artenic.optimizer.adapters.persistence.outcome;

import ai.artenic.optimizer.adapters.persistence.database.Database;
import ai.artenic.optimizer.application.port.SampleStore;
import ai.artenic.optimizer.domain.outcome.Sample;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/// Samples in the table `optimizer_training_samples`, where [JdbiOutcomeLog] puts them.
public final class JdbiSampleStore implements SampleStore {
    /// For each schema a walk along its index, as long as wanted and no longer.
    static final String NEWEST = """
            select newest.* from unnest(:schemas) as wanted (feature_schema)
            cross join lateral (
                select * from optimizer_training_samples one
                where one.feature_schema = wanted.feature_schema
                order by one.outcome_id desc
                limit :most) newest
            order by newest.outcome_id desc
            limit :most
            """;

    private final Database database;

    public JdbiSampleStore(Database database) {
        this.database = database;
    }

    @Override
    public Counts counts() {
        return database.ask(handle -> handle.createQuery("select * from optimizer_outcome_counts")
                .map((row, _) -> counts(row))
                .one());
    }

    /// Samples of a schema that this build does not know, and a later one may have written, are left out.
    @Override
    public List<Sample> newest(FeatureSchema schema, int most) {
        String[] schemas = Arrays.stream(FeatureSchema.values())
                .filter(one -> one.compareTo(schema) >= 0)
                .map(FeatureSchema::id)
                .toArray(String[]::new);
        return database.ask(handle -> handle.createQuery(NEWEST)
                        .bind("schemas", schemas)
                        .bind("most", most)
                        .map((row, _) -> KeptOutcomeRow.sample(row, schema))
                        .list())
                .reversed();
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getLong("outcomes"),
                row.getLong("samples"),
                row.getLong("query_groups"),
                List.of(
                        row.getLong("label_0"),
                        row.getLong("label_1"),
                        row.getLong("label_2"),
                        row.getLong("label_3"),
                        row.getLong("label_4")));
    }
}
