package ai.artenic.optimizer.adapters.persistence.database;

import ai.artenic.optimizer.adapters.persistence.StorageOpeningException;
import ai.artenic.optimizer.adapters.persistence.StorageSettings;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/// Reads the URL of a database server as people write it.
public final class ServerUrl {
    private ServerUrl() {}

    /// A source of connections to the server.
    ///
    /// @throws StorageOpeningException if the URL is malformed; the message does not repeat it, for it may hold a
    ///     password
    public static PGSimpleDataSource source(StorageSettings.Server settings) throws StorageOpeningException {
        String url = settings.url().strip().replaceFirst("^jdbc:", "");
        if (!url.matches("postgres(ql)?://.+")) {
            throw malformed("it must begin with postgresql:// or jdbc:postgresql://");
        }
        String rest = url.substring(url.indexOf("://") + 3);
        int authorityEnd = firstOf(rest, "/?");
        int at = rest.lastIndexOf('@', authorityEnd);
        var source = new PGSimpleDataSource();
        try {
            source.setURL("jdbc:postgresql://" + rest.substring(at + 1));
            if (at >= 0) {
                credentials(rest.substring(0, at), source);
            }
        } catch (IllegalArgumentException _) {
            throw malformed("host, port, database or a parameter is not understood");
        }
        settings.user().ifPresent(source::setUser);
        settings.password().ifPresent(source::setPassword);
        return source;
    }

    private static void credentials(String userInfo, PGSimpleDataSource source) {
        int colon = userInfo.indexOf(':');
        source.setUser(decode(colon < 0 ? userInfo : userInfo.substring(0, colon)));
        if (colon >= 0) {
            source.setPassword(decode(userInfo.substring(colon + 1)));
        }
    }

    /// Percent-decoding; unlike in a form, a plus is a plus.
    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static int firstOf(String text, String characters) {
        return text.chars()
                .filter(c -> characters.indexOf(c) >= 0)
                .mapToObj(c -> text.indexOf(c))
                .findFirst()
                .orElse(text.length());
    }

    /// Where the source leads, without user and password: `host:port/database`.
    public static String place(PGSimpleDataSource source) {
        String host = Optional.ofNullable(source.getServerNames())
                .map(names -> String.join(",", names))
                .orElse("localhost");
        int[] ports = source.getPortNumbers();
        int port = ports != null && ports.length > 0 && ports[0] != 0 ? ports[0] : 5432;
        return host + ":" + port + "/"
                + Optional.ofNullable(source.getDatabaseName()).orElse("");
    }

    private static StorageOpeningException malformed(String reason) {
        return new StorageOpeningException(
                "the database URL is malformed, " + reason + ": write postgresql://user:password@host:port/database");
    }
}
