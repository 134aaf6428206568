package ai.artenic.optimizer.bootstrap.cli;

import ai.artenic.optimizer.bootstrap.OneShot;
import ai.artenic.optimizer.bootstrap.config.Config;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.pricing.PublishedCatalog;
import ai.artenic.optimizer.ml.lightgbm.NativeLibrary;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Checks whether the service could run here, and says what to do if not.
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Checks whether the service can run on this machine, and says what to do if not.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class DoctorCommand implements Callable<Integer> {
    private static final long LEAST_MEMORY_MB = 256;
    private static final Duration OLD = Duration.ofDays(180);

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions options;

    private boolean failed;

    @Override
    public Integer call() {
        Optional<Config> config = options.config(Map.of(), spec.commandLine().getErr());
        if (config.isEmpty()) {
            return ExitCode.BAD_INPUT;
        }
        java();
        memory();
        port(config.get().server());
        if (config.get().store().kind() == Config.Store.Kind.EMBEDDED) {
            directory("data directory", config.get().store().dataDirectory(), "choose another with --data-dir");
            directory(
                    "PostgreSQL programs",
                    config.get().store().binariesDirectory(),
                    "set store.binaries-directory to a directory you may write");
        }
        lightGbm();
        prices(new OneShot(config.get()).catalog());
        return failed ? ExitCode.FAILURE : ExitCode.OK;
    }

    private void java() {
        ok("Java", Runtime.version() + ", " + System.getProperty("java.vendor"));
    }

    private void memory() {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        if (megabytes < LEAST_MEMORY_MB) {
            fail("memory", "the heap may grow to " + megabytes + " MB; give it " + LEAST_MEMORY_MB + " MB or more");
        } else {
            ok("memory", "the heap may grow to " + megabytes + " MB");
        }
    }

    private void port(Config.Server server) {
        try (var socket = new ServerSocket(server.port(), 1, InetAddress.getByName(server.host()))) {
            ok("port", server.host() + ":" + socket.getLocalPort() + " is free");
        } catch (IOException e) {
            warn("port", server.host() + ":" + server.port() + " is taken; is the service running? else use --port");
        }
    }

    private void directory(String name, Path directory, String advice) {
        Path existing = directory;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing == null || !Files.isDirectory(existing) || !Files.isWritable(existing)) {
            fail(name, directory + " cannot be written: " + advice);
        } else {
            ok(name, directory + (existing.equals(directory) ? "" : " (will be made)"));
        }
    }

    private void lightGbm() {
        switch (NativeLibrary.load()) {
            case NativeLibrary.Loaded loaded -> ok("LightGBM", loaded.version() + " on " + loaded.platform());
            case NativeLibrary.Unavailable(String reason) -> warn("LightGBM", reason);
        }
    }

    private void prices(PublishedCatalog catalog) {
        PriceNotes.print(catalog, spec.commandLine().getErr());
        Optional<Instant> newest = catalog.snapshot().offers().stream()
                .map(Offer::provenance)
                .map(provenance -> provenance.observedAt())
                .max(Comparator.naturalOrder());
        if (newest.isEmpty()) {
            fail("prices", "there are none: see the lines above");
            return;
        }
        Duration age = Duration.between(newest.get(), Instant.now());
        String words = String.format(
                "%,d offers, the newest observed %d days ago",
                catalog.snapshot().offers().size(), age.toDays());
        if (age.compareTo(OLD) > 0) {
            warn("prices", words + ": bring your own with --offers-file");
        } else {
            ok("prices", words);
        }
    }

    private void ok(String name, String words) {
        line("ok", name, words);
    }

    private void warn(String name, String words) {
        line("warn", name, words);
    }

    private void fail(String name, String words) {
        failed = true;
        line("FAIL", name, words);
    }

    private void line(String verdict, String name, String words) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%-5s %-20s %s%n", verdict, name, words);
    }
}
