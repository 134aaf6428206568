package ai.artenic.optimizer.adapters.http.server;

import ai.artenic.optimizer.adapters.http.endpoint.Reply;
import ai.artenic.optimizer.adapters.http.endpoint.SecurityHeaders;
import ai.artenic.optimizer.adapters.http.problem.Problem;
import ai.artenic.optimizer.adapters.http.problem.ProblemKind;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// Answers what the server itself refuses, before any endpoint sees it: broken HTTP, too long addresses, silence.
final class ServerErrors extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        ProblemKind kind = ProblemKind.ofServerError(response.getStatus());
        String instance = UUID.randomUUID().toString();
        Reply.Whole reply = Reply.problem(new Problem.Plain(kind, kind.title() + "."), instance);
        response.setStatus(reply.status());
        SecurityHeaders.OF_ALL.forEach(response.getHeaders()::put);
        response.getHeaders().put("X-Correlation-Id", instance);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.contentType());
        reply.headers().forEach(response.getHeaders()::put);
        response.write(true, ByteBuffer.wrap(reply.body()), callback);
        return true;
    }
}
