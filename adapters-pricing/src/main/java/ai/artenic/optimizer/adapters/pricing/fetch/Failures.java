package ai.artenic.optimizer.adapters.pricing.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;

/// Says what broke on the wire.
final class Failures {
    private static final int LONGEST = 200;

    private Failures() {}

    /// Whether another attempt may succeed. Certificates, sizes and addresses do not change within seconds.
    static boolean isTransient(IOException failure) {
        return !(failure instanceof SSLException)
                && !(failure instanceof LimitedStream.TooLargeException)
                && !(failure instanceof MisshapenException);
    }

    /// What happened, to follow the name of what was asked.
    static String inWords(Throwable failure) {
        return switch (failure) {
            case HttpConnectTimeoutException e -> "could not be connected in time";
            case ConnectException e when e.getCause() instanceof UnresolvedAddressException -> "cannot be found";
            case ConnectException e -> "refused the connection";
            case SSLException e -> "has no trustworthy TLS connection: " + oneLine(e);
            case TransientException e -> oneLine(e);
            case LimitedStream.TooLargeException e -> oneLine(e);
            case MisshapenException e -> oneLine(e);
            default -> "broke off: " + oneLine(failure);
        };
    }

    private static String oneLine(Throwable failure) {
        String message = String.valueOf(failure.getMessage()).replaceAll("\\s+", " ");
        return message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
    }

    /// The body is not what was expected.
    static final class MisshapenException extends IOException {
        private static final long serialVersionUID = 1L;

        MisshapenException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
