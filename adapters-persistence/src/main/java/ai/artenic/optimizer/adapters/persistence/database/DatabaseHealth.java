package ai.artenic.optimizer.adapters.persistence.database;

import ai.artenic.optimizer.adapters.persistence.StorageSettings.Pool;
import ai.artenic.optimizer.application.port.StoreHealth;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.postgresql.ds.PGSimpleDataSource;

/// Asks the database whether it answers, over a connection of its own: a busy pool is not a sick database.
public final class DatabaseHealth implements StoreHealth, AutoCloseable {
    private static final Pool PROBE = new Pool(1, Duration.ofSeconds(2), Duration.ofSeconds(2));

    private final String kind;
    private final HikariDataSource connection;
    private final ReentrantLock probing = new ReentrantLock();
    private volatile Optional<String> lastFault = Optional.empty();

    public DatabaseHealth(String kind, PGSimpleDataSource source) {
        this.kind = kind;
        var config = new HikariConfig();
        Database.configure(config, source, PROBE);
        config.setPoolName("optimizer-health");
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setConnectionInitSql(
                "set statement_timeout = " + PROBE.statementMax().toMillis());
        this.connection = new HikariDataSource(config);
    }

    @Override
    public String kind() {
        return kind;
    }

    /// While one caller asks the database, the others are told what it answered last.
    @Override
    public Optional<String> fault() {
        if (probing.tryLock()) {
            try {
                // A connection may have died with a server that is long back: only a new one tells.
                lastFault = probe().flatMap(_ -> probe());
            } finally {
                probing.unlock();
            }
        }
        return lastFault;
    }

    private Optional<String> probe() {
        try (var open = connection.getConnection();
                var statement = open.createStatement()) {
            statement.execute("select 1");
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of("the database does not answer: " + Outages.line(e));
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
