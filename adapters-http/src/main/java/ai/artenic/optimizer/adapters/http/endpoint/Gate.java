package ai.artenic.optimizer.adapters.http.endpoint;

import ai.artenic.optimizer.adapters.http.HttpSettings;
import ai.artenic.optimizer.adapters.http.problem.Problem;
import ai.artenic.optimizer.adapters.http.problem.ProblemException;
import ai.artenic.optimizer.adapters.http.problem.ProblemKind;
import ai.artenic.optimizer.adapters.http.request.Body;
import ai.artenic.optimizer.adapters.http.request.MediaTypes;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where every request enters and every answer leaves: names the request, checks what its headers ask for, turns
/// whatever goes wrong into a problem, and measures.
public final class Gate {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final Duration DISCARD_MOST = Duration.ofSeconds(3);
    private static final Set<HandlerType> WITHOUT_BODY = Set.of(HandlerType.GET, HandlerType.HEAD);
    private static final String STARTED = "started";

    private final List<Endpoint> endpoints;
    private final HttpSettings settings;
    private final Traffic traffic;

    public Gate(List<Endpoint> endpoints, HttpSettings settings, Traffic traffic) {
        this.endpoints = List.copyOf(endpoints);
        this.settings = settings;
        this.traffic = traffic;
    }

    /// Opens a route for each endpoint.
    public void open(RoutesConfig routes) {
        routes.before(context -> {
            context.attribute(STARTED, System.nanoTime());
            CorrelationId.begin(context);
        });
        for (Endpoint endpoint : endpoints) {
            String path = endpoint.route().path();
            routes.addHttpHandler(
                    HandlerType.findOrDefault(endpoint.route().method().name()),
                    path,
                    context -> serve(endpoint, context));
            if (endpoint.route().method() == Endpoint.Method.GET) {
                routes.addHttpHandler(HandlerType.HEAD, path, context -> serve(endpoint, context));
            }
        }
        routes.exception(HttpResponseException.class, (e, context) -> refuseUnmatched(context));
        routes.exception(Exception.class, (e, context) -> write(context, Traffic.UNMATCHED, failed(e, context)));
        routes.after(context -> {
            if (!WITHOUT_BODY.contains(context.method())) {
                Body.discard(context.req(), DISCARD_MOST);
            }
            CorrelationId.end();
        });
    }

    private void serve(Endpoint endpoint, Context context) {
        write(context, endpoint.route().path(), reply(endpoint, context));
    }

    private Reply reply(Endpoint endpoint, Context context) {
        var request = new Request(context, settings);
        try {
            refuseHeaders(endpoint, context);
            return endpoint.handler().handle(request);
        } catch (ProblemException e) {
            return request.refuse(e.problem());
        } catch (StoreUnavailableException e) {
            LOG.warn("store unavailable: {}", e.getMessage());
            return request.refuse(Problem.Plain.storeAway());
        } catch (RuntimeException e) {
            return failed(e, context);
        }
    }

    private static void refuseHeaders(Endpoint endpoint, Context context) {
        String accept = context.header("Accept");
        if (endpoint.contract().answers().stream()
                .noneMatch(answer -> MediaTypes.accepts(accept, answer.mediaType()))) {
            throw new ProblemException(
                    ProblemKind.NOT_ACCEPTABLE,
                    "This address answers with " + String.join(" and ", endpoint.produces()) + " only.");
        }
        if (endpoint.contract().body().isEmpty()) {
            return;
        }
        String encoding = context.header("Content-Encoding");
        if (!MediaTypes.isUtf8(context.contentType(), endpoint.contract().bodyType())
                || (encoding != null && !encoding.equalsIgnoreCase("identity"))) {
            throw new ProblemException(
                    ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Type must be " + endpoint.contract().bodyType() + " in UTF-8, without Content-Encoding.");
        }
    }

    private static Reply failed(Exception failure, Context context) {
        LOG.error("{} {} failed", context.method(), context.path(), failure);
        return Reply.problem(Problem.Plain.failure(), CorrelationId.of(context));
    }

    private void refuseUnmatched(Context context) {
        String allowed = endpoints.stream()
                .map(Endpoint::route)
                .filter(route -> route.leadsTo(context.path()))
                .flatMap(route -> route.method() == Endpoint.Method.GET
                        ? Stream.of("GET", "HEAD")
                        : Stream.of(route.method().name()))
                .collect(Collectors.joining(", "));
        Problem problem = allowed.isEmpty()
                ? new Problem.Plain(ProblemKind.NOT_FOUND, "No such address; /docs lists them all.")
                : new Problem.Plain(ProblemKind.METHOD_NOT_ALLOWED, "Allowed here: " + allowed + ".");
        if (!allowed.isEmpty()) {
            context.header("Allow", allowed);
        }
        write(context, Traffic.UNMATCHED, Reply.problem(problem, CorrelationId.of(context)));
    }

    private void write(Context context, String route, Reply reply) {
        int status = Sending.send(context, reply);
        Long started = context.attribute(STARTED);
        if (started != null) {
            traffic.record(context.method().name(), route, status, System.nanoTime() - started);
        }
    }
}
