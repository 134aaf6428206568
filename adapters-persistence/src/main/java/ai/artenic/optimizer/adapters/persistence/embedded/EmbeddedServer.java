package ai.artenic.optimizer.adapters.persistence.embedded;

import ai.artenic.optimizer.adapters.persistence.StorageOpeningException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL server of the service's own: durable, reachable from this machine by password only, started again by
/// itself when it dies, stopped with the service.
public final class EmbeddedServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    /// Connections beyond the pool: the health probe, migrations, and an operator who looks in.
    public static final int SPARE_CONNECTIONS = 10;

    private static final int ATTEMPTS = 50;
    private static final long PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    private final DataDirectory directory;
    private final Binaries binaries;
    private final Cluster cluster;
    private final int connectionsMax;
    private final List<PGSimpleDataSource> sources = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread watcher;

    private volatile int port;
    private volatile Postmaster postmaster;

    private EmbeddedServer(DataDirectory directory, Binaries binaries, int connectionsMax)
            throws StorageOpeningException {
        this.directory = directory;
        this.binaries = binaries;
        this.connectionsMax = connectionsMax;
        this.cluster = Cluster.of(directory, binaries);
        this.port = freePort();
        Orphan.stop(cluster, binaries);
        this.postmaster = startFirst();
        this.watcher = Thread.ofPlatform().daemon().name("postgresql-watch").start(this::watch);
    }

    /// Starts the server of a data directory, creating what is missing.
    ///
    /// @param connectionsMax most connections the server accepts
    /// @throws StorageOpeningException if the directory is unusable or taken, or the server does not start
    public static EmbeddedServer start(Path dataDirectory, Path binariesDirectory, int connectionsMax)
            throws StorageOpeningException {
        DataDirectory directory = DataDirectory.open(dataDirectory);
        try {
            Binaries binaries = Binaries.unpacked(binariesDirectory, Platform.current());
            return new EmbeddedServer(directory, binaries, connectionsMax);
        } catch (StorageOpeningException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /// A source of connections that follows the server when it must change its port.
    public PGSimpleDataSource source() {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setDatabaseName("postgres");
        source.setUser(Cluster.USER);
        source.setPassword(cluster.password());
        source.setRequireAuth("scram-sha-256"); // nobody else on that port gets to see the password
        sources.add(source);
        source.setPortNumbers(new int[] {port});
        return source;
    }

    /// Process id of the server now.
    public long pid() {
        return postmaster.pid();
    }

    /// Stops the server and releases the data directory.
    @Override
    public synchronized void close() {
        if (closing.getCount() == 0) {
            return;
        }
        closing.countDown();
        watcher.interrupt();
        try {
            watcher.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        postmaster.stop();
        directory.close();
    }

    private Postmaster startFirst() throws StorageOpeningException {
        for (int attempt = 1; ; attempt++) {
            try {
                return Postmaster.start(binaries, cluster, port, connectionsMax);
            } catch (StartFailedException e) {
                if (attempt == ATTEMPTS || !isPassing(e)) {
                    throw new StorageOpeningException(
                            "PostgreSQL does not start on " + cluster.path() + ": " + e.getMessage(), e);
                }
                pause(PAUSE_MILLIS);
            } catch (IOException e) {
                throw new StorageOpeningException(
                        "cannot run PostgreSQL from " + binaries.root() + " (" + Reasons.of(e)
                                + "): choose a binaries directory on a file system that allows programs",
                        e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StorageOpeningException("interrupted while PostgreSQL started", e);
            }
        }
    }

    /// Whether it may pass by itself: somebody took the port first, or sessions of a killed server are still ending.
    private boolean isPassing(StartFailedException e) {
        if (e.says("could not create any TCP/IP sockets")) {
            moveTo(freePort());
            return true;
        }
        return e.says("pre-existing shared memory block");
    }

    private void moveTo(int newPort) {
        port = newPort;
        sources.forEach(source -> source.setPortNumbers(new int[] {newPort}));
    }

    private void watch() {
        long pause = 0;
        while (closing.getCount() > 0) {
            try {
                String end = postmaster.awaitEnd();
                if (closing.getCount() == 0 || closing.await(pause, TimeUnit.MILLISECONDS)) {
                    return;
                }
                LOG.warn("PostgreSQL ended ({}), starting it again", end);
                postmaster = Postmaster.start(binaries, cluster, port, connectionsMax);
                LOG.info("PostgreSQL is back as process {}", postmaster.pid());
                pause = PAUSE_MILLIS;
            } catch (StartFailedException e) {
                LOG.warn("PostgreSQL did not start again: {}", e.getMessage());
                boolean passing = isPassing(e);
                pause = passing ? PAUSE_MILLIS : Math.min(LONGEST_PAUSE_MILLIS, 2 * Math.max(pause, PAUSE_MILLIS));
            } catch (IOException e) {
                LOG.error("cannot run PostgreSQL again: {}", Reasons.of(e));
                pause = LONGEST_PAUSE_MILLIS;
            } catch (InterruptedException _) {
                return; // closing
            }
        }
    }

    private void pause(long millis) throws StorageOpeningException {
        try {
            if (closing.await(millis, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("closed while starting");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageOpeningException("interrupted while PostgreSQL started", e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on the loopback address", e);
        }
    }
}
