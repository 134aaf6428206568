package ai.artenic.optimizer.bootstrap.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;

/// A stream that tells after every few megabytes how many lines of it were read.
final class ShownProgress extends FilterInputStream {
    private static final long STEP_BYTES = 16L << 20;

    private final PrintWriter err;
    private long bytes;
    private long lines;

    ShownProgress(InputStream input, PrintWriter err) {
        super(input);
        this.err = err;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int read = super.read(buffer, from, length);
        long before = bytes / STEP_BYTES;
        bytes += Math.max(0, read);
        for (int i = from; i < from + read; i++) {
            lines += buffer[i] == '\n' ? 1 : 0;
        }
        if (bytes / STEP_BYTES > before) {
            err.printf("%,d lines sent%n", lines);
        }
        return read;
    }
}
