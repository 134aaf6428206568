package ai.artenic.optimizer.adapters.http.route;

import ai.artenic.optimizer.adapters.http.UseCases;
import ai.artenic.optimizer.adapters.http.endpoint.Answer;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Contract;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Method;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Route;
import ai.artenic.optimizer.adapters.http.endpoint.Endpoint.Words;
import ai.artenic.optimizer.adapters.http.endpoint.Reply;
import ai.artenic.optimizer.adapters.http.endpoint.Request;
import ai.artenic.optimizer.adapters.http.json.LivenessJson;
import ai.artenic.optimizer.adapters.http.json.ReadinessJson;
import ai.artenic.optimizer.adapters.http.json.StatusJson;
import ai.artenic.optimizer.application.usecase.Health;
import java.util.List;

/// How the service stands, for people, load balancers and Prometheus.
public final class OperationsRoutes {
    private static final String AREA = "Operations";
    private static final int NOT_READY = 503;

    private final UseCases useCases;
    private final Readiness readiness;
    private final Metrics metrics;
    private final String version;

    public OperationsRoutes(UseCases useCases, Readiness readiness, Metrics metrics, String version) {
        this.useCases = useCases;
        this.readiness = readiness;
        this.metrics = metrics;
        this.version = version;
    }

    public List<Endpoint> endpoints() {
        return List.of(
                get(
                        RecommendRoutes.BASE + "/status",
                        new Words("getStatus", AREA, "The state of the catalogue, the store and the ranker"),
                        Contract.of(Answer.ok(StatusJson.class, "The state")),
                        this::status),
                get(
                        "/health/live",
                        new Words("getLiveness", AREA, "Whether the process answers at all"),
                        Contract.of(Answer.ok(LivenessJson.class, "It does")),
                        OperationsRoutes::live),
                get(
                        "/health/ready",
                        new Words("getReadiness", AREA, "Whether the service takes requests"),
                        Contract.of(
                                Answer.ok(ReadinessJson.class, "It does, perhaps degraded"),
                                new Answer(NOT_READY, Answer.JSON, ReadinessJson.class, "Not yet, or no longer")),
                        this::ready),
                get(
                        "/metrics",
                        new Words("getMetrics", AREA, "Measurements in the Prometheus text format"),
                        Contract.of(Answer.ok("text/plain", "The measurements")),
                        this::measurements));
    }

    private static Endpoint get(String path, Words words, Contract contract, Endpoint.Handler handler) {
        return new Endpoint(new Route(Method.GET, path), words, contract, handler);
    }

    private Reply status(Request request) {
        request.query().conclude(() -> true);
        return Reply.json(StatusJson.from(useCases.status().report(), version));
    }

    private static Reply live(Request request) {
        request.query().conclude(() -> true);
        return Reply.json(LivenessJson.UP);
    }

    private Reply ready(Request request) {
        Health health = useCases.health().check();
        ReadinessJson answer = ReadinessJson.from(health, readiness.takesRequests(health.offers() > 0));
        return Reply.json(answer.status() == ReadinessJson.State.DOWN ? NOT_READY : 200, answer);
    }

    private Reply measurements(Request request) {
        return Reply.text(
                "text/plain; version=0.0.4; charset=utf-8",
                metrics.scrape(useCases.health().check()));
    }
}
