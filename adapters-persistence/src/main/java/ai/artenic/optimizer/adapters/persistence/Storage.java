package ai.artenic.optimizer.adapters.persistence;

import ai.artenic.optimizer.adapters.persistence.StorageSettings.Pool;
import ai.artenic.optimizer.adapters.persistence.calibration.JdbiCalibrationLog;
import ai.artenic.optimizer.adapters.persistence.catalog.JdbiSnapshotStore;
import ai.artenic.optimizer.adapters.persistence.catalog.KeptSnapshots;
import ai.artenic.optimizer.adapters.persistence.database.Database;
import ai.artenic.optimizer.adapters.persistence.database.DatabaseHealth;
import ai.artenic.optimizer.adapters.persistence.database.ServerUrl;
import ai.artenic.optimizer.adapters.persistence.database.Unreachable;
import ai.artenic.optimizer.adapters.persistence.embedded.EmbeddedServer;
import ai.artenic.optimizer.adapters.persistence.learning.JdbiModelRegistry;
import ai.artenic.optimizer.adapters.persistence.learning.JdbiPromotions;
import ai.artenic.optimizer.adapters.persistence.learning.JdbiRetrainRuns;
import ai.artenic.optimizer.adapters.persistence.outcome.JdbiGroupRuns;
import ai.artenic.optimizer.adapters.persistence.outcome.JdbiOutcomeLog;
import ai.artenic.optimizer.adapters.persistence.outcome.JdbiSampleStore;
import ai.artenic.optimizer.adapters.persistence.outcome.JdbiSpotExperience;
import ai.artenic.optimizer.adapters.persistence.pricing.JdbiFxRates;
import ai.artenic.optimizer.adapters.persistence.pricing.JdbiPriceHistory;
import ai.artenic.optimizer.adapters.persistence.pricing.JdbiPriceLists;
import ai.artenic.optimizer.adapters.persistence.recommendation.JdbiRecommendationLog;
import ai.artenic.optimizer.adapters.persistence.schema.Schema;
import ai.artenic.optimizer.adapters.persistence.spending.JdbiSpendingHistory;
import ai.artenic.optimizer.adapters.persistence.spending.JdbiSpentJobs;
import ai.artenic.optimizer.application.port.CalibrationLog;
import ai.artenic.optimizer.application.port.FxRates;
import ai.artenic.optimizer.application.port.GivenAdvice;
import ai.artenic.optimizer.application.port.GroupRuns;
import ai.artenic.optimizer.application.port.ModelRegistry;
import ai.artenic.optimizer.application.port.OutcomeLog;
import ai.artenic.optimizer.application.port.PriceHistory;
import ai.artenic.optimizer.application.port.PriceLists;
import ai.artenic.optimizer.application.port.Promotions;
import ai.artenic.optimizer.application.port.RecommendationLog;
import ai.artenic.optimizer.application.port.RetrainRuns;
import ai.artenic.optimizer.application.port.SampleStore;
import ai.artenic.optimizer.application.port.SnapshotStore;
import ai.artenic.optimizer.application.port.SpendingHistory;
import ai.artenic.optimizer.application.port.SpentJobs;
import ai.artenic.optimizer.application.port.SpotExperience;
import ai.artenic.optimizer.application.port.StoreHealth;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/// The open storage: every store port, backed by one PostgreSQL database.
///
/// Whoever opens it closes it, after the last use of its ports; there is no shutdown hook, which would run while
/// requests are still being answered. An embedded server whose service was killed is taken over at the next opening.
public final class Storage implements AutoCloseable {
    /// A machine that is busy at start-up may not get to a first connection within the usual limits.
    private static final Duration FIRST_CONNECTION = Duration.ofSeconds(30);

    private final Optional<EmbeddedServer> server;
    private final Database database;
    private final DatabaseHealth health;
    private final JdbiRecommendationLog recommendationLog;
    private final OutcomeLog outcomeLog;
    private final KeptSnapshots keptSnapshots = new KeptSnapshots();

    private Storage(Optional<EmbeddedServer> server, Database database, DatabaseHealth health) {
        this.server = server;
        this.database = database;
        this.health = health;
        this.recommendationLog = new JdbiRecommendationLog(database, keptSnapshots);
        this.outcomeLog = new JdbiOutcomeLog(database);
    }

    /// Opens the storage: starts or reaches the database and brings its schema up to date.
    ///
    /// @throws StorageOpeningException if that is not possible; its message is for the operator
    public static Storage open(StorageSettings settings) throws StorageOpeningException {
        return switch (settings) {
            case StorageSettings.Embedded embedded -> openEmbedded(embedded);
            case StorageSettings.Server server ->
                connect(Optional.empty(), ServerUrl.source(server), ServerUrl.source(server), server.pool());
        };
    }

    /// Keeps recommendations.
    public RecommendationLog recommendationLog() {
        return recommendationLog;
    }

    /// Tells what kept recommendations say of where jobs ran.
    public GivenAdvice givenAdvice() {
        return recommendationLog;
    }

    /// Keeps the catalogue snapshots that recommendations were made from.
    public SnapshotStore snapshotStore() {
        return new JdbiSnapshotStore(database, keptSnapshots);
    }

    /// Keeps what jobs taught about their estimates.
    public CalibrationLog calibrationLog() {
        return new JdbiCalibrationLog(database);
    }

    /// Keeps outcomes, with what they teach.
    public OutcomeLog outcomeLog() {
        return outcomeLog;
    }

    /// Gives what the ranker learns from.
    public SampleStore sampleStore() {
        return new JdbiSampleStore(database);
    }

    /// Gives where and how long jobs ran.
    public GroupRuns groupRuns() {
        return new JdbiGroupRuns(database);
    }

    /// Tells what jobs saw of spot nodes.
    public SpotExperience spotExperience() {
        return new JdbiSpotExperience(database);
    }

    /// Sums up what jobs cost.
    public SpendingHistory spendingHistory() {
        return new JdbiSpendingHistory(database);
    }

    /// Gives the jobs whose money is spent.
    public SpentJobs spentJobs() {
        return new JdbiSpentJobs(database);
    }

    /// Keeps trained models.
    public ModelRegistry modelRegistry() {
        return new JdbiModelRegistry(database);
    }

    /// Remembers which model serves.
    public Promotions promotions() {
        return new JdbiPromotions(database);
    }

    /// Queues trainings.
    public RetrainRuns retrainRuns() {
        return new JdbiRetrainRuns(database);
    }

    /// Keeps live prices.
    public PriceLists priceLists() {
        return new JdbiPriceLists(database);
    }

    /// Tells what prices were.
    public PriceHistory priceHistory() {
        return new JdbiPriceHistory(database);
    }

    /// Keeps exchange rates.
    public FxRates fxRates() {
        return new JdbiFxRates(database);
    }

    /// Tells whether the database answers.
    public StoreHealth health() {
        return health;
    }

    /// Process id of the embedded server now; empty for a server that somebody else runs.
    public Optional<Long> embeddedServerPid() {
        return server.map(EmbeddedServer::pid);
    }

    /// Closes the connections and stops an embedded server. Closing twice is as good as once.
    @Override
    public void close() {
        health.close();
        database.close();
        server.ifPresent(EmbeddedServer::close);
    }

    private static Storage openEmbedded(StorageSettings.Embedded settings) throws StorageOpeningException {
        int connectionsMax = settings.pool().connectionsMax() + EmbeddedServer.SPARE_CONNECTIONS;
        EmbeddedServer server =
                EmbeddedServer.start(settings.dataDirectory(), settings.binariesDirectory(), connectionsMax);
        try {
            return connect(Optional.of(server), server.source(), server.source(), settings.pool());
        } catch (StorageOpeningException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /// @param unbounded leads to the same place as `source`, without a time limit
    private static Storage connect(
            Optional<EmbeddedServer> server, PGSimpleDataSource source, PGSimpleDataSource unbounded, Pool pool)
            throws StorageOpeningException {
        Database database = database(source, pool, server.isPresent() ? FIRST_CONNECTION : Duration.ZERO);
        try {
            Schema.bringUpToDate(database.connections(), unbounded);
        } catch (StorageOpeningException | RuntimeException e) {
            database.close();
            throw e;
        }
        String kind = server.isPresent() ? "embedded-postgresql" : "postgresql";
        return new Storage(server, database, new DatabaseHealth(kind, source));
    }

    private static Database database(PGSimpleDataSource source, Pool pool, Duration first)
            throws StorageOpeningException {
        try {
            return new Database(source, pool, first);
        } catch (SQLException | PoolInitializationException e) {
            throw Unreachable.at(ServerUrl.place(source), e);
        }
    }
}
