package ai.artenic.optimizer.adapters.http.endpoint;

import ai.artenic.optimizer.adapters.http.problem.Problem;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts replies on the wire.
final class Sending {
    /// The status under which an answer is counted whose reader went away.
    private static final int READER_GONE = 499;

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
    private static final int ZIP_BYTES = 8_192;

    private Sending() {}

    /// Sends the reply, or as much of it as can be.
    ///
    /// @return the status to count it under: the one that was sent, or of what broke it off
    static int send(Context context, Reply reply) {
        SecurityHeaders.add(context, reply.contentType());
        context.contentType(reply.contentType());
        reply.headers().forEach(context::header);
        return switch (reply) {
            case Reply.Whole whole -> whole(context, whole);
            case Reply.Streamed streamed -> streamed(context, streamed);
        };
    }

    private static int whole(Context context, Reply.Whole reply) {
        byte[] body = Compression.apply(reply.body(), context);
        context.header("Content-Length", Integer.toString(body.length));
        context.status(reply.status()).result(body);
        return reply.status();
    }

    private static int streamed(Context context, Reply.Streamed reply) {
        boolean isZipped = Compression.isAgreed(context);
        context.status(200);
        try {
            if (context.method().equals(HandlerType.HEAD)) {
                context.res().flushBuffer(); // left to itself, the server tells a length of 0
                return 200;
            }
            write(context.res().getOutputStream(), reply.writing(), isZipped);
            return 200;
        } catch (IOException | UncheckedIOException e) {
            LOG.info("{} {}: the reader went away: {}", context.method(), context.path(), e.getMessage());
            cut(context);
            return READER_GONE;
        } catch (StoreUnavailableException e) {
            LOG.warn("{} {} broken off, store unavailable: {}", context.method(), context.path(), e.getMessage());
            return breakOff(context, Problem.Plain.storeAway());
        } catch (RuntimeException e) {
            LOG.error("{} {} broken off", context.method(), context.path(), e);
            return breakOff(context, Problem.Plain.failure());
        }
    }

    private static void write(OutputStream out, Reply.Writing writing, boolean isZipped) throws IOException {
        if (isZipped) {
            var zipped = new GZIPOutputStream(out, ZIP_BYTES); // closed by nobody: its end tells that all is there
            writing.write(zipped);
            zipped.finish();
        } else {
            writing.write(out);
        }
    }

    /// Tells the problem if nothing has left yet, and cuts the connection else.
    private static int breakOff(Context context, Problem.Plain problem) {
        if (context.res().isCommitted()) {
            cut(context);
            return problem.kind().status();
        }
        String instance = CorrelationId.of(context);
        context.res().reset();
        context.header(CorrelationId.HEADER, instance);
        return send(context, Reply.problem(problem, instance));
    }

    /// Without the mark of the end, by which the reader would take what it has for the whole.
    private static void cut(Context context) {
        ServletContextRequest.getServletContextRequest(context.req())
                .getServletChannel()
                .getEndPoint()
                .close();
    }
}
