package ai.artenic.optimizer.adapters.persistence.learning;

import ai.artenic.optimizer.adapters.persistence.database.Database;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The right to work at a training, held by at most one of all replicas, until it is closed or its connection ends.
final class WorkerLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerLock.class);

    /// The lock's number is `artenic` in ASCII, and 1.
    private static final String TRY = "select pg_try_advisory_lock(x'617274656e696301'::bigint)";

    private final Connection connection;
    private final boolean isHeld;

    private WorkerLock(Connection connection, boolean isHeld) {
        this.connection = connection;
        this.isHeld = isHeld;
    }

    /// The lock, or the news that another holds it.
    ///
    /// @throws StoreUnavailableException if the database is away
    static WorkerLock tried(Database database) {
        Connection connection = database.separate();
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(TRY)) {
            return new WorkerLock(connection, answer.next() && answer.getBoolean(1));
        } catch (SQLException e) {
            close(connection);
            throw new StoreUnavailableException("The database does not answer", e);
        }
    }

    boolean isHeld() {
        return isHeld;
    }

    @Override
    public void close() {
        close(connection);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("The connection that held the lock had ended by itself", e);
        }
    }
}
