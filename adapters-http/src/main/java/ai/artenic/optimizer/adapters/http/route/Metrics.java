package ai.artenic.optimizer.adapters.http.route;

import ai.artenic.optimizer.adapters.http.endpoint.Traffic;
import ai.artenic.optimizer.application.usecase.Health;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// Measurements of the service: requests by route, the JVM, the catalogue, the store.
public final class Metrics implements Traffic, AutoCloseable {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<Labels, Timer> timers = new ConcurrentHashMap<>();
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private volatile Health health;

    private record Labels(String method, String route, int status) {}

    /// @param health the state before the first scrape
    public Metrics(Health health) {
        this.health = health;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
        Gauge.builder("optimizer.catalog.offers", () -> this.health.offers())
                .description("Offers in the current catalogue")
                .register(registry);
        Gauge.builder(
                        "optimizer.catalog.age.seconds",
                        () -> this.health.catalogAge().toSeconds())
                .description("Time since the current catalogue was published")
                .register(registry);
        Gauge.builder("optimizer.store.up", () -> this.health.storeFault().isEmpty() ? 1 : 0)
                .description("1 if the store answers, else 0")
                .register(registry);
    }

    @Override
    public void record(String method, String route, int status, long nanos) {
        var labels = new Labels(METHODS.contains(method) ? method : "other", route, status);
        timers.computeIfAbsent(labels, this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    /// All measurements in the Prometheus text format.
    ///
    /// @param now the state to report of catalogue and store
    String scrape(Health now) {
        health = now;
        return registry.scrape();
    }

    private Timer timer(Labels labels) {
        return Timer.builder("http.server.requests")
                .description("Time to answer a request, without sending the answer")
                .tag("method", labels.method())
                .tag("route", labels.route())
                .tag("status", Integer.toString(labels.status()))
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
