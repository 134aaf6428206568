package ai.artenic.optimizer.adapters.pricing.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import tools.jackson.core.JacksonException;

/// Says what broke on the wire.
final class Failures {
    private static final int LONGEST = 200;

    private Failures() {}

    /// Whether another attempt may succeed. Certificates, sizes, shapes and addresses do not change within seconds.
    static boolean isTransient(IOException failure) {
        return isOfTheWire(failure) && !isOfTheCertificate(failure);
    }

    /// Whether the provider could not be reached, or not to the end of its answer.
    static boolean isOfTheWire(IOException failure) {
        return !(failure instanceof LimitedStream.TooLargeException)
                && !(failure instanceof MisshapenException)
                && !(failure instanceof InterruptedIOException);
    }

    /// Other failures before TLS stands are also those of a server that is overloaded.
    private static boolean isOfTheCertificate(IOException failure) {
        return failure instanceof SSLException
                && Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                        .anyMatch(GeneralSecurityException.class::isInstance);
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
        String message = String.valueOf(failure.getMessage()).replaceAll("[\\s\\p{Cntrl}]+", " ");
        return message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
    }

    /// The body is not what was expected.
    static final class MisshapenException extends IOException {
        private static final long serialVersionUID = 1L;

        MisshapenException(String message) {
            super(message);
        }

        private MisshapenException(String message, Throwable cause) {
            super(message, cause);
        }

        /// What a reader threw at a body that came whole.
        static MisshapenException of(Exception thrown) {
            return switch (thrown) {
                case JacksonException e ->
                    new MisshapenException("did not answer the expected JSON: " + e.getOriginalMessage(), e);
                case IOException e -> new MisshapenException("did not answer as expected: " + e.getMessage(), e);
                default -> new MisshapenException("did not answer as expected: " + thrown, thrown);
            };
        }
    }
}
