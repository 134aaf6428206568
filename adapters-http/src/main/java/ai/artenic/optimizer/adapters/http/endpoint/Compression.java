package ai.artenic.optimizer.adapters.http.endpoint;

import ai.artenic.optimizer.adapters.http.request.MediaTypes;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/// Compresses long answers for those who ask. Short ones, such as a recommendation, cost more time than they save.
final class Compression {
    private static final int LONG_BYTES = 16_384;

    private Compression() {}

    /// The bytes as they go over the wire; the headers say if they are compressed.
    static byte[] apply(byte[] body, Context context) {
        return body.length >= LONG_BYTES && isAgreed(context) ? gzip(body) : body;
    }

    /// Whether a long answer goes compressed; the headers say so from now on.
    static boolean isAgreed(Context context) {
        context.header("Vary", "Accept-Encoding");
        String accepted = context.header("Accept-Encoding");
        if (accepted == null || !MediaTypes.acceptsGzip(accepted)) {
            return false;
        }
        context.header("Content-Encoding", "gzip");
        return true;
    }

    private static byte[] gzip(byte[] body) {
        var bytes = new ByteArrayOutputStream(body.length / 4);
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
