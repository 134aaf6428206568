package ai.artenic.optimizer.adapters.persistence.schema;

import ai.artenic.optimizer.adapters.persistence.StorageOpeningException;
import ai.artenic.optimizer.adapters.persistence.database.Outages;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// The tables of this build and how older ones become them.
public final class Schema {
    /// Version of the newest migration in `db/migration`.
    static final int NEWEST = 10;

    /// A name of our own: another program may keep its history in the same database.
    private static final String HISTORY = "optimizer_schema_history";

    private Schema() {}

    /// Brings the database to this build's schema. Several services may do so at once; one does the work.
    ///
    /// @param pooled tells how the schema stands, the only question on most starts
    /// @param unbounded connections without a time limit, for migrations
    /// @throws StorageOpeningException if the schema is newer than this build, or cannot be brought up to date
    public static void bringUpToDate(DataSource pooled, DataSource unbounded) throws StorageOpeningException {
        try {
            int version = version(pooled);
            if (version > NEWEST) {
                throw new StorageOpeningException("the database has schema version " + version
                        + " and this build knows versions up to " + NEWEST
                        + ": run the newer build, or restore the backup made before it ran");
            }
            if (version < NEWEST) {
                requireRight(pooled);
                migrate(unbounded);
            }
        } catch (SQLException e) {
            throw new StorageOpeningException("cannot read the database's schema version: " + Outages.line(e), e);
        }
    }

    /// The newest version applied; zero for a database without one, or with one that failed.
    private static int version(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            try (var exists = statement.executeQuery("select to_regclass('" + HISTORY + "') is not null")) {
                if (!exists.next() || !exists.getBoolean(1)) {
                    return 0;
                }
            }
            try (var newest = statement.executeQuery("""
                    select case when bool_and(success) then max(cast(version as integer)) else 0 end
                    from %s where version is not null
                    """.formatted(HISTORY))) {
                return newest.next() ? newest.getInt(1) : 0;
            }
        }
    }

    /// Asked beforehand: the migration would try for ten seconds and then say something else.
    private static void requireRight(DataSource source) throws SQLException, StorageOpeningException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                var right = statement.executeQuery(
                        "select coalesce(has_schema_privilege(current_schema(), 'create'), false), current_user")) {
            if (right.next() && !right.getBoolean(1)) {
                throw new StorageOpeningException("the database user " + right.getString(2)
                        + " may not create tables: grant it the right to create in the database's schema");
            }
        }
    }

    private static void migrate(DataSource source) throws StorageOpeningException {
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(source)
                    .locations("classpath:db/migration")
                    .failOnMissingLocations(true)
                    .table(HISTORY)
                    .baselineOnMigrate(true) // the database may hold other programs' tables
                    .baselineVersion("0")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StorageOpeningException(
                    "cannot bring the database's schema up to date: " + reason(e)
                            + "; what was begun is undone, see the database's log and start again",
                    e);
        }
    }

    private static String reason(FlywayException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Outages.line(sql);
            }
        }
        return Optional.ofNullable(failure.getMessage())
                .flatMap(message -> message.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .findFirst())
                .orElse(failure.toString());
    }
}
