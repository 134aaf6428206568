package ai.artenic.optimizer.adapters.http.endpoint;

import ai.artenic.optimizer.adapters.http.request.MediaTypes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Compresses long answers for those who ask. Short ones, such as a recommendation, cost more time than they save.
final class Compression {
    private static final int LONG_BYTES = 16_384;

    private Compression() {}

    /// The reply as it goes over the wire.
    ///
    /// @param acceptEncoding the header of the request
    static Reply apply(Reply reply, @Nullable String acceptEncoding) {
        if (reply.body().length < LONG_BYTES) {
            return reply;
        }
        var headers = new HashMap<>(reply.headers());
        headers.put("Vary", "Accept-Encoding");
        if (acceptEncoding == null || !MediaTypes.acceptsGzip(acceptEncoding)) {
            return new Reply(reply.status(), reply.contentType(), reply.body(), headers);
        }
        headers.put("Content-Encoding", "gzip");
        return new Reply(reply.status(), reply.contentType(), gzip(reply.body()), headers);
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
