package ai.artenic.optimizer.adapters.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the database's schema to the version this build knows.
final class Schema {
    /// The newest migration in `db/migration`.
    static final int VERSION = 1;

    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);
    private static final String UNDEFINED_TABLE = "42P01";

    private Schema() {}

    /// Migrates if need be. A database that is already at this version costs one query.
    static void bringUpToDate(DataSource database) throws StorageOpeningException {
        Optional<Integer> current = currentVersion(database);
        if (current.isPresent() && current.get() == VERSION) {
            return;
        }
        if (current.isPresent() && current.get() > VERSION) {
            throw new StorageOpeningException("the database has schema version " + current.get()
                    + ", this build knows versions up to " + VERSION + ": run the newer build, or restore a backup");
        }
        try {
            MigrateResult result = Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(database)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            LOG.info("schema migrated to version {} ({} migrations)", VERSION, result.migrationsExecuted);
        } catch (FlywayException e) {
            throw new StorageOpeningException("the schema could not be migrated: " + firstLine(e), e);
        }
    }

    /// The newest version that was applied; empty for a database without our schema, or one that needs repair.
    private static Optional<Integer> currentVersion(DataSource database) throws StorageOpeningException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select max(version::integer) filter (where success), bool_and(success)
                        from flyway_schema_history where version is not null""")) {
            rows.next();
            int version = rows.getInt(1);
            return rows.getBoolean(2) ? Optional.of(version) : Optional.empty();
        } catch (SQLException e) {
            if (UNDEFINED_TABLE.equals(e.getSQLState())) {
                return Optional.empty();
            }
            throw new StorageOpeningException("the database cannot be reached: " + firstLine(e), e);
        }
    }

    private static String firstLine(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse(root.toString());
    }
}
