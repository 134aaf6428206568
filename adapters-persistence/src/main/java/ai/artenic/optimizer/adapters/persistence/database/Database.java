package ai.artenic.optimizer.adapters.persistence.database;

import ai.artenic.optimizer.adapters.persistence.StorageSettings.Pool;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.ds.PGSimpleDataSource;

/// The database as the stores use it: pooled connections, bounded waits, and outages under one name.
public final class Database implements AutoCloseable {
    /// Beyond these, a caller is turned away at once instead of waiting for a connection: waiters hold memory.
    private static final int CALLERS_PER_CONNECTION = 50;

    /// A peer that vanished without a word is found out within half a minute, not within hours.
    private static final String KEEP_ALIVE =
            "set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 4";

    private static final Duration SOCKET_GRACE = Duration.ofSeconds(2);

    private final HikariDataSource connections;
    private final Jdbi jdbi;
    private final Semaphore callers;
    private final PGSimpleDataSource source;
    private final Duration patience;

    /// Opens a pool with one connection made, which is tried for once.
    ///
    /// @throws SQLException if that one cannot be made
    /// @throws com.zaxxer.hikari.pool.HikariPool.PoolInitializationException if that one cannot be made
    public Database(PGSimpleDataSource source, Pool settings) throws SQLException {
        this(source, settings, Duration.ZERO);
    }

    /// Opens a pool with one connection made, the others made when needed.
    ///
    /// @param first how long that one is tried for; at least once
    /// @throws SQLException if that one cannot be made
    /// @throws com.zaxxer.hikari.pool.HikariPool.PoolInitializationException if that one cannot be made
    public Database(PGSimpleDataSource source, Pool settings, Duration first) throws SQLException {
        bound(source, settings);
        this.source = source;
        this.patience = settings.checkoutMax().plus(settings.statementMax());
        this.connections = new HikariDataSource();
        configure(connections, source, settings);
        connections.setInitializationFailTimeout(Math.max(1, first.toMillis()));
        // Loading Jdbi takes as long as the first connection, so they happen side by side.
        CompletableFuture<Jdbi> loading = CompletableFuture.supplyAsync(() -> Jdbi.create(connections));
        connections.getConnection().close();
        this.jdbi = loading.join();
        this.callers = new Semaphore(settings.connectionsMax() * CALLERS_PER_CONNECTION);
    }

    /// The pooled connections themselves.
    public HikariDataSource connections() {
        return connections;
    }

    /// A new connection beside the pool, for whoever holds one long. The server soon notices if its other end is gone.
    ///
    /// @throws StoreUnavailableException if the database is away
    public Connection separate() {
        try {
            Connection connection = source.getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute(KEEP_ALIVE);
            }
            return connection;
        } catch (SQLException e) {
            throw Outages.of(e).<RuntimeException>map(outage -> outage).orElseGet(() -> new IllegalStateException(e));
        }
    }

    /// Longest that a caller should wait for an answer.
    public Duration patience() {
        return patience;
    }

    /// Runs the work on a connection of its own.
    ///
    /// @throws StoreUnavailableException if the database is away, too slow, or asked by too many at once
    public <T> T ask(HandleCallback<T, RuntimeException> work) {
        if (!callers.tryAcquire()) {
            throw new StoreUnavailableException(
                    "The database is asked by too many at once", new IllegalStateException("all callers wait"));
        }
        try {
            return jdbi.withHandle(work);
        } catch (JdbiException e) {
            if (connections.isClosed()) {
                throw new StoreUnavailableException("The database is being closed", e);
            }
            throw Outages.of(e).<RuntimeException>map(outage -> outage).orElse(e);
        } finally {
            callers.release();
        }
    }

    @Override
    public void close() {
        connections.close();
    }

    /// A network that swallows packets must not hold a thread for ever: the server bounds its statements, the driver
    /// its waits for the server.
    private static void bound(PGSimpleDataSource source, Pool settings) {
        long millis = settings.statementMax().toMillis();
        source.setOptions("-c statement_timeout=" + millis + " -c lock_timeout=" + millis
                + " -c idle_in_transaction_session_timeout=" + millis); // a stopped process must not keep its locks
        source.setSocketTimeout(seconds(settings.statementMax().plus(SOCKET_GRACE)));
        source.setConnectTimeout(seconds(settings.checkoutMax()));
        source.setLoginTimeout(seconds(settings.checkoutMax()));
        source.setTcpKeepAlive(true);
        source.setApplicationName("artenic-optimizer");
    }

    static void configure(HikariConfig config, PGSimpleDataSource source, Pool settings) {
        config.setPoolName("optimizer");
        config.setDataSource(source);
        config.setMaximumPoolSize(settings.connectionsMax());
        config.setMinimumIdle(Math.min(2, settings.connectionsMax()));
        config.setConnectionTimeout(settings.checkoutMax().toMillis());
        config.setValidationTimeout(Math.min(1000, settings.checkoutMax().toMillis()));
        config.setIdleTimeout(Duration.ofMinutes(2).toMillis());
    }

    private static int seconds(Duration duration) {
        return Math.toIntExact(Math.max(1, Math.ceilDiv(duration.toMillis(), 1000)));
    }
}
