package ai.artenic.optimizer.adapters.pricing.fetch;

import java.io.IOException;
import java.io.InputStream;

/// A stream that ends in an error where more comes than is allowed.
final class LimitedStream extends InputStream {
    private final InputStream in;
    private final long most;
    private long read;

    LimitedStream(InputStream in, long most) {
        this.in = in;
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int one = in.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int some = in.read(buffer, offset, length);
        count(Math.max(0, some));
        return some;
    }

    private void count(int more) throws TooLargeException {
        read += more;
        requireFew();
    }

    /// @throws TooLargeException if more came than is allowed, whatever its reader made of that
    void requireFew() throws TooLargeException {
        if (read > most) {
            throw new TooLargeException(most);
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

    /// More came than is allowed.
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException(long most) {
            super("answered more than " + (most >> 20) + " MB");
        }
    }
}
