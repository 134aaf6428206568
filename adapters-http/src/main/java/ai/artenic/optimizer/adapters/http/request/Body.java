package ai.artenic.optimizer.adapters.http.request;

import ai.artenic.optimizer.adapters.http.problem.Problem;
import ai.artenic.optimizer.adapters.http.problem.ProblemException;
import ai.artenic.optimizer.adapters.http.problem.ProblemKind;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Reads the bytes of a request's body within limits of size and time.
public final class Body {
    private static final int SMALL_BUFFER = 4_096;
    private static final int LARGE_BUFFER = 65_536;
    private static final long MOST_DISCARDED = 64L << 20;

    private Body() {}

    /// All bytes of the body, whether its length was announced or not.
    ///
    /// @throws ProblemException if there are more than `bytesMost`, or they do not arrive within `timeMost`
    public static byte[] read(HttpServletRequest request, int bytesMost, Duration timeMost) {
        long announced = request.getContentLengthLong();
        if (announced > bytesMost) {
            throw tooLarge(bytesMost);
        }
        long deadline = System.nanoTime() + timeMost.toNanos();
        try {
            InputStream input = request.getInputStream();
            byte[] buffer = new byte[announced > 0 ? (int) Math.min(announced, LARGE_BUFFER) : SMALL_BUFFER];
            int length = 0;
            while (length != announced) {
                int read = input.read(buffer, length, buffer.length - length);
                if (read < 0) {
                    break;
                }
                length += read;
                refuseExcess(length, bytesMost, deadline, timeMost);
                if (length == buffer.length && length != announced) {
                    buffer = Arrays.copyOf(buffer, (int) Math.min(bytesMost + 1L, 2L * length));
                }
            }
            return length == buffer.length ? buffer : Arrays.copyOf(buffer, length);
        } catch (IOException e) {
            throw new ProblemException(fault(e));
        }
    }

    /// The bytes of the body as they arrive.
    public static InputStream stream(HttpServletRequest request) {
        try {
            return request.getInputStream();
        } catch (IOException e) {
            throw new ProblemException(fault(e));
        }
    }

    /// What kept a body from arriving.
    static Problem fault(IOException failure) {
        return isTimeout(failure)
                ? new Problem.Plain(ProblemKind.REQUEST_TIMEOUT, "The body did not arrive in time.")
                : new Problem.Plain(ProblemKind.BAD_REQUEST, "The body ends early, or its chunks are broken.");
    }

    /// Reads what is left of the body and forgets it, within limits, so that a sender in the middle of its body still
    /// gets to read the answer.
    public static void discard(HttpServletRequest request, Duration timeMost) {
        if (request.getHeader("Expect") != null || request.getContentLengthLong() > MOST_DISCARDED) {
            return;
        }
        long deadline = System.nanoTime() + timeMost.toNanos();
        try {
            InputStream input = request.getInputStream();
            if (input.read() < 0) {
                return;
            }
            byte[] buffer = new byte[1 << 14];
            long discarded = 1;
            while (discarded < MOST_DISCARDED && System.nanoTime() < deadline) {
                int read = input.read(buffer);
                if (read < 0) {
                    return;
                }
                discarded += read;
            }
        } catch (IOException e) {
            // the sender has gone: nobody is left to answer
        }
    }

    private static boolean isTimeout(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }

    private static void refuseExcess(int length, int bytesMost, long deadline, Duration timeMost) {
        if (length > bytesMost) {
            throw tooLarge(bytesMost);
        }
        if (System.nanoTime() > deadline) {
            throw new ProblemException(
                    ProblemKind.REQUEST_TIMEOUT, "The body did not arrive within " + timeMost.toSeconds() + " s.");
        }
    }

    private static ProblemException tooLarge(int bytesMost) {
        return new ProblemException(
                ProblemKind.PAYLOAD_TOO_LARGE,
                "The body has more than the " + bytesMost + " bytes that are read here.");
    }
}
