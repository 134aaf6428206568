package ai.artenic.optimizer.adapters.persistence;

import ai.artenic.optimizer.application.port.StoreUnavailableException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/// Runs statements, and tells a database that is away from a statement that is wrong.
final class Database {
    /// SQL state classes: connection exception, insufficient resources, operator intervention (shutdown, time-out),
    /// system error.
    private static final Set<String> AWAY = Set.of("08", "53", "57", "58");

    private final Jdbi jdbi;

    Database(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// @throws StoreUnavailableException if the database cannot be reached or does not answer in time
    <T> T with(HandleCallback<T, SQLException> work) {
        try {
            return jdbi.withHandle(work);
        } catch (SQLException | JdbiException e) {
            if (isAway(e)) {
                throw new StoreUnavailableException("the database does not answer", e);
            }
            throw new IllegalStateException("a statement failed", e);
        }
    }

    /// As [#with], in one transaction.
    <T> T inTransaction(HandleCallback<T, SQLException> work) {
        return with((Handle handle) -> handle.inTransaction(work));
    }

    private static boolean isAway(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientException) {
                return true;
            }
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && AWAY.contains(sql.getSQLState().substring(0, 2))) {
                return true;
            }
        }
        return false;
    }
}
