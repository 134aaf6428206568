package ai.artenic.optimizer.bootstrap.cli;

import ai.artenic.optimizer.adapters.http.PortInUseException;
import ai.artenic.optimizer.adapters.persistence.StorageOpeningException;
import ai.artenic.optimizer.bootstrap.Service;
import ai.artenic.optimizer.bootstrap.config.Config;
import ai.artenic.optimizer.bootstrap.config.ConfigKey;
import ai.artenic.optimizer.domain.pricing.PublishedCatalog;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Runs the service until it is told to stop.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Runs the HTTP service, by default with an embedded PostgreSQL and the bundled prices.",
        footer = {
            "",
            "Examples:",
            "  optimizer serve",
            "  optimizer serve --port 9090 --data-dir /var/lib/optimizer",
            "  optimizer serve --database-url postgresql://user:password@db.internal/optimizer",
            "  optimizer serve --store memory --offers-file our-prices.csv --offers-only"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ServeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions options;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "Address to listen on (default: 127.0.0.1)")
    private @Nullable String host;

    @Option(names = "--port", paramLabel = "PORT", description = "Port to listen on, 0 for any (default: 8080)")
    private @Nullable String port;

    @Option(names = "--data-dir", paramLabel = "DIR", description = "Data directory of the embedded PostgreSQL")
    private @Nullable String dataDirectory;

    @Option(names = "--database-url", paramLabel = "URL", description = "PostgreSQL of your own")
    private @Nullable String databaseUrl;

    @Option(names = "--store", paramLabel = "KIND", description = "embedded, server or memory (default: embedded)")
    private @Nullable String store;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        Optional<Config> config = options.config(flags(), err);
        if (config.isEmpty()) {
            return ExitCode.BAD_INPUT;
        }
        try (Service service = Service.start(config.get())) {
            if (service.catalog().snapshot().offers().isEmpty()) {
                PriceNotes.print(service.catalog(), err);
                err.println("optimizer: there is no offer to recommend");
                return ExitCode.CANNOT_START;
            }
            announce(service, config.get());
            awaitEnd(service);
            return ExitCode.OK;
        } catch (StorageOpeningException | PortInUseException e) {
            err.println("optimizer: " + e.getMessage());
            return ExitCode.CANNOT_START;
        }
    }

    private Map<ConfigKey, String> flags() {
        var flags = new EnumMap<ConfigKey, String>(ConfigKey.class);
        ConfigOptions.put(flags, ConfigKey.SERVER_HOST, host);
        ConfigOptions.put(flags, ConfigKey.SERVER_PORT, port);
        ConfigOptions.put(flags, ConfigKey.STORE_DATA_DIRECTORY, dataDirectory);
        ConfigOptions.put(flags, ConfigKey.STORE_DATABASE_URL, databaseUrl);
        ConfigOptions.put(flags, ConfigKey.STORE_KIND, store);
        return flags;
    }

    private void announce(Service service, Config config) {
        PrintWriter out = spec.commandLine().getOut();
        PublishedCatalog catalog = service.catalog();
        PriceNotes.print(catalog, spec.commandLine().getErr());
        out.printf(
                "Listening on http://%s:%d with %,d offers (snapshot %s), store %s.%n",
                config.server().host(),
                service.port(),
                catalog.snapshot().offers().size(),
                catalog.snapshot().id().substring(0, 8),
                service.storeKind());
        out.println("There are no API keys: only this machine is served. Ctrl-C stops.");
        out.flush();
    }

    /// Returns when the service is closed by a signal's hook, which ends the program itself.
    private static void awaitEnd(Service service) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            service.close();
            Runtime.getRuntime().halt(ExitCode.OK);
        }));
        new CountDownLatch(1).await();
    }
}
