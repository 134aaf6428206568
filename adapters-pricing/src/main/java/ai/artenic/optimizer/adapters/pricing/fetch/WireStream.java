package ai.artenic.optimizer.adapters.pricing.fetch;

import ai.artenic.optimizer.adapters.pricing.fetch.LimitedStream.TooLargeException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Optional;

/// A body as it comes off the wire. It must neither fall silent nor drip, and it remembers what broke it, whatever
/// its reader makes of that.
final class WireStream extends InputStream {
    private final InputStream in;
    private final Limits limits;
    private final Deadline silence;
    private final long most;
    private final long startedAt = System.nanoTime();
    private long read;
    private Optional<IOException> failure = Optional.empty();

    /// @param most bytes
    WireStream(InputStream in, Limits limits, Deadline silence, long most) {
        this.in = in;
        this.limits = limits;
        this.silence = silence;
        this.most = most;
    }

    /// @throws IOException what broke the body, if anything did
    void requireSound() throws IOException {
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        requireSound();
        try {
            int some = silence.within(() -> in.read(buffer, offset, length));
            read += Math.max(0, some);
            if (some >= 0) {
                requireFew();
                requirePace();
            }
            return some;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(new InterruptedIOException("was broken off"));
        } catch (IOException e) {
            throw failed(Thread.currentThread().isInterrupted() ? new InterruptedIOException("was broken off") : e);
        }
    }

    private IOException failed(IOException e) {
        failure = Optional.of(e);
        return e;
    }

    private void requireFew() throws TooLargeException {
        if (read > most) {
            throw new TooLargeException(most);
        }
    }

    private void requirePace() throws TransientException {
        double seconds =
                (System.nanoTime() - startedAt) / 1e9 - limits.attempt().toMillis() / 1e3;
        if (read < seconds * limits.slowest()) {
            throw new TransientException(
                    "answers too slowly: " + (read >> 10) + " KB after more than " + Patience.shown(limits.attempt()));
        }
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
