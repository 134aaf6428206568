package ai.artenic.optimizer.adapters.http.server;

import ai.artenic.optimizer.adapters.http.HttpSettings;
import ai.artenic.optimizer.adapters.http.endpoint.Gate;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;

/// The HTTP server: one listening socket, one virtual thread per request.
public final class Server {
    private static final int ACCEPT_QUEUE = 1_024;
    private static final Duration IDLE_WHEN_STOPPING = Duration.ofMillis(50);

    private final Javalin javalin;

    private Server(Javalin javalin) {
        this.javalin = javalin;
    }

    /// A server that takes requests once this returns.
    ///
    /// @throws UncheckedIOException if it cannot listen; its cause tells why
    public static Server start(HttpSettings settings, Gate gate) {
        Javalin javalin = Javalin.create(config -> {
            configure(config, settings);
            gate.open(config.routes);
        });
        return new Server(javalin.start());
    }

    public int port() {
        return javalin.port();
    }

    /// Refuses new connections, lets running requests end within the time of the settings, then ends.
    public void stop() {
        javalin.stop();
    }

    private static void configure(JavalinConfig config, HttpSettings settings) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setSendXPoweredBy(false);
            http.setSendDateHeader(true);
        });
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new ServerErrors());
            server.setStopTimeout(settings.drainMost().toMillis());
            server.setHandler(new GracefulHandler());
        });
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new ServerErrors()));
        config.jetty.addConnector((server, http) -> connector(server, http, settings));
    }

    private static Connector connector(
            org.eclipse.jetty.server.Server server, HttpConfiguration http, HttpSettings settings) {
        var connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(settings.idleMost().toMillis());
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        connector.setShutdownIdleTimeout(IDLE_WHEN_STOPPING.toMillis());
        try {
            connector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return connector;
    }
}
