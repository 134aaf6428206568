package ai.artenic.optimizer.adapters.pricing.fetch;

import ai.artenic.optimizer.adapters.pricing.fetch.Failures.MisshapenException;
import ai.artenic.optimizer.adapters.pricing.spi.Web.BodyReader;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// The body of an answer, unzipped.
///
/// @param most bytes of it when unzipped
record Body(WireStream wire, HttpHeaders headers, long most) {
    private static final int BUFFER = 1 << 16;

    /// Bytes that zipping may add to what it cannot make shorter.
    static long mostZipped(long most) {
        return most + most / 16 + BUFFER;
    }

    /// What the reader makes of the whole body.
    ///
    /// @throws IOException if the wire broke, whatever the reader says; otherwise if the reader cannot read it
    <T> T read(BodyReader<T> reader) throws IOException {
        LimitedStream limited = limited();
        try {
            T made = reader.read(limited);
            wire.requireSound();
            limited.requireFew();
            return made;
        } catch (IOException | RuntimeException e) {
            wire.requireSound();
            limited.requireFew();
            throw MisshapenException.of(e);
        }
    }

    private LimitedStream limited() throws IOException {
        try {
            return new LimitedStream(unzipped(), most);
        } catch (ZipException | EOFException e) {
            wire.requireSound();
            throw MisshapenException.of(e);
        }
    }

    private InputStream unzipped() throws IOException {
        var peeked = new PushbackInputStream(new BufferedInputStream(wire, BUFFER), 2);
        byte[] first = peeked.readNBytes(2);
        peeked.unread(first);
        return isZipped() || isZipped(first) ? new GZIPInputStream(peeked, BUFFER) : peeked;
    }

    private boolean isZipped() throws MisshapenException {
        String encoding =
                String.join(", ", headers.allValues("Content-Encoding")).toLowerCase(Locale.ROOT);
        if (!List.of("", "identity", "gzip", "x-gzip").contains(encoding)) {
            throw new MisshapenException("answered in the encoding '" + encoding + "', which was not asked for");
        }
        return encoding.endsWith("gzip");
    }

    /// Some servers zip without saying so (RFC 1952, 2.3.1).
    private static boolean isZipped(byte[] first) {
        return first.length == 2 && (first[0] & 0xff) == 0x1f && (first[1] & 0xff) == 0x8b;
    }
}
