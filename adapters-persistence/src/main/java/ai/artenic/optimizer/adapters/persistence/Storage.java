package ai.artenic.optimizer.adapters.persistence;

import ai.artenic.optimizer.adapters.persistence.embedded.EmbeddedServer;
import ai.artenic.optimizer.application.port.RecommendationLog;
import ai.artenic.optimizer.application.port.StoreHealth;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// An open store. Closing it stops an embedded server in good order.
public final class Storage implements AutoCloseable {
    private final HikariDataSource pool;
    private final Optional<EmbeddedServer> server;
    private final RecommendationLog recommendations;
    private final StoreHealth health;

    private Storage(HikariDataSource pool, Optional<EmbeddedServer> server, String kind) {
        this.pool = pool;
        this.server = server;
        var database = new Database(Jdbi.create(pool));
        this.recommendations = new SqlRecommendationLog(database);
        this.health = new SqlStoreHealth(kind, database);
    }

    /// Opens the store: starts an embedded server if need be, and brings the schema up to date.
    ///
    /// @throws StorageOpeningException if that cannot be done, with the reason in one line
    public static Storage open(StorageSettings settings) throws StorageOpeningException {
        return switch (settings) {
            case StorageSettings.Embedded embedded -> openEmbedded(embedded);
            case StorageSettings.Server elsewhere ->
                opened(ConnectionPool.of(elsewhere), Optional.empty(), "postgresql");
        };
    }

    private static Storage openEmbedded(StorageSettings.Embedded settings) throws StorageOpeningException {
        EmbeddedServer server = EmbeddedServer.start(settings.dataDirectory(), settings.binariesDirectory());
        try {
            return opened(
                    ConnectionPool.of(server.url(), server.user(), server.password(), settings.pool()),
                    Optional.of(server),
                    "embedded-postgresql");
        } catch (StorageOpeningException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static Storage opened(HikariDataSource pool, Optional<EmbeddedServer> server, String kind)
            throws StorageOpeningException {
        try {
            Schema.bringUpToDate(pool);
            return new Storage(pool, server, kind);
        } catch (StorageOpeningException | RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    public RecommendationLog recommendationLog() {
        return recommendations;
    }

    public StoreHealth health() {
        return health;
    }

    @Override
    public void close() {
        pool.close();
        server.ifPresent(EmbeddedServer::close);
    }
}
