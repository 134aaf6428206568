package ai.artenic.optimizer.adapters.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.contract.Outcomes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a database of an earlier build becomes.
class MigrationTest {
    private static final String EARLIER = "of_an_earlier_build";
    private static final String CURRENT = "of_this_build";

    /// Before outcomes were summed by day and by spot pool.
    private static final String UNSUMMED = "7";

    @BeforeEach
    void create() {
        Workbench.run("create database " + EARLIER);
        Workbench.run("create database " + CURRENT);
    }

    @AfterEach
    void drop() {
        Workbench.run("drop database if exists " + EARLIER + " with (force)");
        Workbench.run("drop database if exists " + CURRENT + " with (force)");
    }

    private static String url(String database) {
        return Workbench.url(Workbench.sharedData()).replaceFirst("/postgres$", "/" + database);
    }

    private static Storage open(String database) throws StorageOpeningException {
        return Storage.open(
                new StorageSettings.Server(url(database), Optional.empty(), Optional.empty(), Workbench.PATIENT));
    }

    private static Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:" + url(database).replaceFirst("//.*@", "//"),
                "optimizer",
                Workbench.password(Workbench.sharedData()));
    }

    private static List<String> rows(String database, String query) throws SQLException {
        try (Connection connection = connect(database);
                var statement = connection.createStatement();
                var answer = statement.executeQuery(query)) {
            var rows = new ArrayList<String>();
            while (answer.next()) {
                rows.add(answer.getString(1));
            }
            return rows;
        }
    }

    /// As the earlier build left it: its tables, with these outcomes.
    private static void leaveBehind(List<String> outcomes) throws SQLException {
        Flyway.configure(Storage.class.getClassLoader())
                .dataSource(
                        "jdbc:" + url(EARLIER).replaceFirst("//.*@", "//"),
                        "optimizer",
                        Workbench.password(Workbench.sharedData()))
                .locations("classpath:db/migration")
                .table("optimizer_schema_history")
                .target(UNSUMMED)
                .load()
                .migrate();
        try (Connection connection = connect(EARLIER);
                var insert = connection.prepareStatement("""
                        insert into training_outcomes
                        select * from jsonb_populate_record(cast(null as training_outcomes), cast(? as jsonb))""")) {
            for (String outcome : outcomes) {
                insert.setString(1, outcome);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Test
    void outcomes_from_before_there_were_sums_are_summed_as_if_this_build_had_kept_them() throws Exception {
        try (Storage storage = open(CURRENT)) {
            storage.outcomeLog()
                    .keep(LongStream.range(0, 500).mapToObj(Outcomes::seeded).toList());
        }
        leaveBehind(rows(CURRENT, "select to_jsonb(training_outcomes) from training_outcomes order by id"));
        open(EARLIER).close();
        for (String query : List.of(
                "select to_jsonb(optimizer_daily_spending) from optimizer_daily_spending order by grouping, day, provider, name",
                "select to_jsonb(optimizer_daily_metrics) from optimizer_daily_metrics order by day, provider, metric",
                """
                select concat_ws(' ', provider, instance_type, region, jobs, preemptions, cast(exposure_hours as real))
                from optimizer_spot_exposure order by provider, instance_type, region""")) {
            List<String> kept = rows(CURRENT, query);
            assertTrue(kept.size() > 1, kept.size() + " rows of " + query);
            assertEquals(kept, rows(EARLIER, query));
        }
    }

    @Test
    void a_database_of_an_earlier_build_without_outcomes_is_brought_up_to_date() throws Exception {
        leaveBehind(List.of());
        try (Storage storage = open(EARLIER)) {
            assertEquals(Optional.empty(), storage.health().fault());
            storage.outcomeLog().keep(List.of(Outcomes.seeded(1)));
        }
        assertEquals(List.of("1"), rows(EARLIER, "select jobs from optimizer_daily_spending where grouping = 'total'"));
    }
}
