package ai.artenic.optimizer.adapters.persistence;

import ai.artenic.optimizer.adapters.persistence.database.ServerUrl;
import ai.artenic.optimizer.adapters.persistence.database.Unreachable;
import ai.artenic.optimizer.adapters.persistence.platform.JdbiPlatformRecords;
import ai.artenic.optimizer.application.port.PlatformRecords;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/// The PostgreSQL database of an Artenic platform, which is read and never written.
public final class PlatformDatabase {
    private static final int CONNECT_SECONDS_MOST = 10;

    private PlatformDatabase() {}

    /// The platform's records, once its database was reached.
    ///
    /// @param url `postgresql://user:password@host:port/database?parameter=value` or that after `jdbc:`
    /// @throws StorageOpeningException if it cannot be reached; the message is for the operator
    public static PlatformRecords records(String url) throws StorageOpeningException {
        var settings =
                new StorageSettings.Server(url, Optional.empty(), Optional.empty(), StorageSettings.Pool.DEFAULT);
        PGSimpleDataSource source = ServerUrl.source(settings);
        source.setConnectTimeout(CONNECT_SECONDS_MOST);
        var records = new JdbiPlatformRecords(source);
        try {
            source.getConnection().close();
        } catch (SQLException e) {
            throw Unreachable.at(ServerUrl.place(source), e);
        }
        return records;
    }
}
