package ai.artenic.optimizer.adapters.http.request;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Splits a stream into lines, however long the stream, holding no more than one line. A line ends with LF or CRLF, the
/// last one with the stream.
final class ByteLines {
    private static final int BUFFER = 65_536;

    private final InputStream input;
    private final int longest;
    private final Duration timeMost;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private int next;
    private int end;
    private long deadline;
    private boolean isTooLong;

    /// @param longest most bytes of a line
    /// @param timeMost longest time that one line may take to arrive
    ByteLines(InputStream input, int longest, Duration timeMost) {
        this.input = input;
        this.longest = longest;
        this.timeMost = timeMost;
    }

    /// From now on the next line is awaited.
    void await() {
        deadline = System.nanoTime() + timeMost.toNanos();
    }

    /// The next line without its end, cut at the longest; null at the end of the stream.
    ///
    /// @throws TimeoutException if the line does not arrive in time
    byte @Nullable [] read() throws IOException, TimeoutException {
        head.reset();
        isTooLong = false;
        while (true) {
            if (next == end && !fill()) {
                return head.size() == 0 && !isTooLong ? null : line();
            }
            int from = next;
            while (next < end && buffer[next] != '\n') {
                next++;
            }
            take(from, next - from);
            if (next < end) {
                next++;
                return line();
            }
        }
    }

    /// Whether the line read last was longer than it may be.
    boolean isTooLong() {
        return isTooLong;
    }

    private boolean fill() throws IOException, TimeoutException {
        int read = input.read(buffer, 0, buffer.length);
        if (System.nanoTime() > deadline) {
            throw new TimeoutException();
        }
        next = 0;
        end = Math.max(0, read);
        return read > 0;
    }

    private void take(int from, int length) {
        int room = longest - head.size();
        isTooLong |= length > room && !(length == room + 1 && buffer[from + length - 1] == '\r');
        head.write(buffer, from, Math.min(length, Math.max(0, room)));
    }

    private byte[] line() {
        byte[] line = head.toByteArray();
        int length = line.length > 0 && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
        return length == line.length ? line : Arrays.copyOf(line, length);
    }
}
