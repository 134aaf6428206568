package ai.artenic.optimizer.adapters.persistence.database;

import ai.artenic.optimizer.adapters.persistence.StorageOpeningException;
import java.sql.SQLException;
import java.util.Optional;

/// Says why no connection could be made, and what to do about it.
public final class Unreachable {
    private Unreachable() {}

    /// @param place where the connection was to lead, without user and password
    public static StorageOpeningException at(String place, Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refusal) {
                return new StorageOpeningException(
                        "the database at " + place + " cannot be reached (" + Outages.line(refusal) + "): "
                                + advice(refusal),
                        failure);
            }
        }
        throw new IllegalStateException("a connection failed for no reason of the database's", failure);
    }

    private static String advice(SQLException refusal) {
        return switch (Optional.ofNullable(refusal.getSQLState()).orElse("")) {
            case "28P01", "28000", "08004" -> "check the database user and password";
            case "3D000" -> "create that database first";
            case "57P03" -> "it is starting or stopping, try again shortly";
            case "53300" -> "it has no connection left, raise its max_connections";
            default -> "check that it runs there and can be reached from here";
        };
    }
}
