package ai.artenic.optimizer.adapters.persistence.database;

import ai.artenic.optimizer.application.port.StoreUnavailableException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;

/// Tells an outage of the database from a mistake in the program.
public final class Outages {
    private Outages() {}

    /// The failure as an outage, if it is one: the database is away, going, full, read-only, or too slow.
    public static Optional<StoreUnavailableException> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isOutage(sql)) {
                return Optional.of(
                        new StoreUnavailableException("The database does not answer: " + line(sql), failure));
            }
        }
        return Optional.empty();
    }

    private static boolean isOutage(SQLException failure) {
        if (failure instanceof SQLTransientConnectionException || failure instanceof SQLTimeoutException) {
            return true;
        }
        String state = Optional.ofNullable(failure.getSQLState()).orElse("");
        return switch (state) {
            case "57P01", "57P02", "57P03", "57P05" -> true; // shut down, crashed, starting, idle session ended
            case "57014", "55P03", "25P03" -> true; // statement, lock or pause within a transaction took too long
            case "25006" -> true; // read-only: a standby, or an administrator's order
            case "58030", "58000" -> true; // the server's disk fails
            default -> state.startsWith("08") || state.startsWith("53") || state.startsWith("28"); // connection,
            // resources (disk full, memory, connections), authorisation withdrawn
        };
    }

    /// The failure in one line.
    public static String line(SQLException failure) {
        return Optional.ofNullable(failure.getMessage())
                .orElse(failure.toString())
                .lines()
                .map(String::strip)
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
    }
}
