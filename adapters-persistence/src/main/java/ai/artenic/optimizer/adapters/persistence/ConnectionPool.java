package ai.artenic.optimizer.adapters.persistence;

import ai.artenic.optimizer.adapters.persistence.StorageSettings.Pool;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes connection pools with bounded waits: no call hangs because the database does.
final class ConnectionPool {
    private ConnectionPool() {}

    static HikariDataSource of(StorageSettings.Server settings) throws StorageOpeningException {
        String url = settings.url();
        if (url.startsWith("jdbc:postgresql:")) {
            return of(url, settings.user().orElse(null), settings.password().orElse(null), settings.pool());
        }
        if (!url.startsWith("postgresql://") && !url.startsWith("postgres://")) {
            throw new StorageOpeningException(
                    "database URL must be postgresql://user:password@host:port/database or jdbc:postgresql://…");
        }
        return fromUri(settings);
    }

    private static HikariDataSource fromUri(StorageSettings.Server settings) throws StorageOpeningException {
        try {
            var uri = new URI(settings.url());
            String[] credentials =
                    Optional.ofNullable(uri.getUserInfo()).orElse("").split(":", 2);
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            int port = uri.getPort() < 0 ? 5432 : uri.getPort();
            String url = "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + query;
            String user = settings.user().orElse(credentials[0].isEmpty() ? null : credentials[0]);
            String password = settings.password().orElse(credentials.length > 1 ? credentials[1] : null);
            return of(url, user, password, settings.pool());
        } catch (URISyntaxException e) {
            throw new StorageOpeningException("database URL is not a URL: " + e.getReason());
        }
    }

    static HikariDataSource of(String url, @Nullable String user, @Nullable String password, Pool settings) {
        var config = new HikariConfig();
        config.setPoolName("optimizer");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(settings.connectionsMax());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(settings.checkoutMax().toMillis());
        config.setValidationTimeout(Math.min(settings.checkoutMax().toMillis(), 1_000));
        config.setInitializationFailTimeout(-1);
        long seconds = Math.max(1, settings.statementMax().toSeconds());
        config.addDataSourceProperty(
                "connectTimeout",
                Long.toString(Math.max(1, settings.checkoutMax().toSeconds())));
        config.addDataSourceProperty("socketTimeout", Long.toString(seconds + 5));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("ApplicationName", "artenic-optimizer");
        config.addDataSourceProperty(
                "options", "-c statement_timeout=" + settings.statementMax().toMillis());
        return new HikariDataSource(config);
    }
}
