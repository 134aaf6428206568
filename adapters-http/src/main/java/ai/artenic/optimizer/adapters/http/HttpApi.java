package ai.artenic.optimizer.adapters.http;

import ai.artenic.optimizer.adapters.http.endpoint.Endpoint;
import ai.artenic.optimizer.adapters.http.endpoint.Gate;
import ai.artenic.optimizer.adapters.http.openapi.OpenApiDocument;
import ai.artenic.optimizer.adapters.http.route.AnomalyRoutes;
import ai.artenic.optimizer.adapters.http.route.CompareRoutes;
import ai.artenic.optimizer.adapters.http.route.ExportRoutes;
import ai.artenic.optimizer.adapters.http.route.Metrics;
import ai.artenic.optimizer.adapters.http.route.ModelRoutes;
import ai.artenic.optimizer.adapters.http.route.OfferRoutes;
import ai.artenic.optimizer.adapters.http.route.OperationsRoutes;
import ai.artenic.optimizer.adapters.http.route.OutcomeRoutes;
import ai.artenic.optimizer.adapters.http.route.PageRoutes;
import ai.artenic.optimizer.adapters.http.route.PriceRoutes;
import ai.artenic.optimizer.adapters.http.route.Readiness;
import ai.artenic.optimizer.adapters.http.route.RecommendRoutes;
import ai.artenic.optimizer.adapters.http.route.SavingsRoutes;
import ai.artenic.optimizer.adapters.http.route.SpendingRoutes;
import ai.artenic.optimizer.adapters.http.route.SpotRoutes;
import ai.artenic.optimizer.adapters.http.route.SweepRoutes;
import ai.artenic.optimizer.adapters.http.server.Server;
import ai.artenic.optimizer.application.usecase.Health;
import ai.artenic.optimizer.domain.learning.ServingModel;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The running HTTP API.
public final class HttpApi implements AutoCloseable {
    private final Server server;
    private final Readiness readiness;
    private final Metrics metrics;

    private HttpApi(Server server, Readiness readiness, Metrics metrics) {
        this.server = server;
        this.readiness = readiness;
        this.metrics = metrics;
    }

    /// Listens and serves once this returns. Readiness is told only after [#markReady], or once the catalogue has
    /// offers.
    ///
    /// @throws PortInUseException if the port is taken
    /// @throws UncheckedIOException if the host or port cannot be listened on for another reason
    public static HttpApi start(HttpSettings settings, UseCases useCases) {
        var readiness = new Readiness();
        var metrics = new Metrics(new Health(Optional.empty(), 0, Duration.ZERO, new ServingModel.None()));
        List<Endpoint> endpoints = endpoints(settings, useCases, readiness, metrics);
        try {
            return new HttpApi(Server.start(settings, new Gate(endpoints, settings, metrics)), readiness, metrics);
        } catch (UncheckedIOException e) {
            metrics.close();
            throw isTaken(e.getCause()) ? new PortInUseException(settings.host(), settings.port(), e) : e;
        }
    }

    /// The port it listens on.
    public int port() {
        return server.port();
    }

    /// Tells load balancers that the service has warmed up.
    public void markReady() {
        readiness.markReady();
    }

    /// Refuses new connections, waits for running requests at most as long as the settings say, and ends. Stopping
    /// twice
    /// is stopping once.
    public synchronized void stop() {
        if (readiness.markStopping()) {
            server.stop();
            metrics.close();
        }
    }

    @Override
    public void close() {
        stop();
    }

    private static List<Endpoint> endpoints(
            HttpSettings settings, UseCases useCases, Readiness readiness, Metrics metrics) {
        var all = new ArrayList<Endpoint>();
        var document = new Document(all, settings.version());
        all.addAll(new RecommendRoutes(useCases).endpoints());
        all.addAll(new SweepRoutes(useCases).endpoints());
        all.addAll(new CompareRoutes(useCases.compare()).endpoints());
        all.addAll(new OutcomeRoutes(useCases.feedback()).endpoints());
        all.addAll(new ModelRoutes(useCases.learning()).endpoints());
        all.addAll(new OfferRoutes(useCases).endpoints());
        all.addAll(new PriceRoutes(useCases.prices()).endpoints());
        all.addAll(new SpotRoutes(useCases.spot()).endpoints());
        all.addAll(new SpendingRoutes(useCases.spending()).endpoints());
        all.addAll(new AnomalyRoutes(useCases.spending()).endpoints());
        all.addAll(new ExportRoutes(useCases.spending()).endpoints());
        all.addAll(new SavingsRoutes(useCases.spending()).endpoints());
        all.addAll(new OperationsRoutes(useCases, readiness, metrics, settings.version()).endpoints());
        all.addAll(new PageRoutes(() -> all, document::get).endpoints());
        return all;
    }

    private static boolean isTaken(@Nullable Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException
                    && String.valueOf(cause.getMessage()).contains("in use")) {
                return true;
            }
        }
        return false;
    }

    /// The OpenAPI document, made when it is first asked for.
    private static final class Document {
        private final List<Endpoint> endpoints;
        private final String version;
        private @Nullable ObjectNode made;

        Document(List<Endpoint> endpoints, String version) {
            this.endpoints = endpoints;
            this.version = version;
        }

        synchronized ObjectNode get() {
            ObjectNode document = made == null ? OpenApiDocument.of(endpoints, version) : made;
            made = document;
            return document;
        }
    }
}
