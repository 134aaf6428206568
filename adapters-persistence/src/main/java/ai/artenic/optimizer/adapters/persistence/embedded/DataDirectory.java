package ai.artenic.optimizer.adapters.persistence.embedded;

import ai.artenic.optimizer.adapters.persistence.StorageOpeningException;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The directory that holds a cluster, its password and its log, and that one process at a time may use.
final class DataDirectory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);
    private static final Duration STOP_MAX = Duration.ofSeconds(20);
    private static final int PASSWORD_BYTES = 24;
    /// Major version of the programs that come with this build.
    static final String POSTGRES_VERSION = "18";

    private final Path root;
    private final FileChannel lockFile;
    private final FileLock lock;
    private final String password;

    private DataDirectory(Path root, FileChannel lockFile, FileLock lock) throws IOException {
        this.root = root;
        this.lockFile = lockFile;
        this.lock = lock;
        this.password = readOrMakePassword();
    }

    /// Takes the directory for this process; makes it if it is absent.
    static DataDirectory open(Path root) throws StorageOpeningException {
        try {
            Files.createDirectories(root);
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            FileChannel file =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(file);
            if (lock == null) {
                file.close();
                throw new StorageOpeningException("the data directory " + root
                        + " is in use by another process: stop it, or choose another with --data-dir");
            }
            return new DataDirectory(root, file, lock);
        } catch (IOException e) {
            throw new StorageOpeningException("the data directory " + root + " cannot be used: "
                    + e.getClass().getSimpleName() + " " + e.getMessage() + "; choose another with --data-dir");
        }
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // this very process has it
        }
    }

    Path cluster() {
        return root.resolve("postgresql");
    }

    /// Refuses what PostgreSQL would not start on, sooner and in plainer words.
    void checkCluster() throws StorageOpeningException, IOException {
        if (!Files.exists(cluster().resolve("postgresql.conf"))) {
            return;
        }
        Path versionFile = cluster().resolve("PG_VERSION");
        String version =
                Files.exists(versionFile) ? Files.readString(versionFile).strip() : "none";
        if (!version.equals(POSTGRES_VERSION)) {
            throw new StorageOpeningException(cluster() + " is not a cluster of PostgreSQL " + POSTGRES_VERSION
                    + " (its version is " + version + "): choose another directory with --data-dir");
        }
    }

    Path passwordFile() {
        return root.resolve("password");
    }

    String password() {
        return password;
    }

    Path log() {
        return root.resolve("postgresql.log");
    }

    ProcessBuilder.Redirect logRedirect() {
        File file = log().toFile();
        return ProcessBuilder.Redirect.appendTo(file);
    }

    /// The server that runs on the cluster now, if any.
    Optional<ProcessHandle> postmaster() throws IOException {
        Path pidFile = cluster().resolve("postmaster.pid");
        return Files.exists(pidFile)
                ? ProcessHandle.of(pidIn(pidFile)).filter(DataDirectory::isPostgres)
                : Optional.empty();
    }

    /// Stops a server that an earlier process left behind when it was killed. Safe because the lock is ours.
    void reapOrphan() throws IOException {
        Optional<ProcessHandle> orphan = postmaster();
        if (orphan.isPresent()) {
            LOG.warn(
                    "stopping PostgreSQL process {}, left behind by a process that was killed",
                    orphan.get().pid());
            stop(orphan.get());
        }
    }

    private static long pidIn(Path pidFile) throws IOException {
        try {
            return Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        } catch (NumberFormatException | NoSuchElementException e) {
            throw new IOException(pidFile + " holds no process number", e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("postgres"))
                .orElse(false);
    }

    private static void stop(ProcessHandle server) throws IOException {
        server.destroy();
        try {
            server.onExit().get(STOP_MAX.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("the left-behind PostgreSQL process " + server.pid() + " does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a left-behind PostgreSQL stops", e);
        }
    }

    private String readOrMakePassword() throws IOException {
        if (Files.exists(passwordFile())) {
            return Files.readString(passwordFile()).strip();
        }
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        String made = HexFormat.of().formatHex(bytes);
        Files.createFile(
                passwordFile(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile(), made);
        return made;
    }

    @Override
    public void close() {
        try {
            lock.release();
            lockFile.close();
        } catch (IOException e) {
            LOG.warn("the lock of {} could not be released: {}", root, e.getMessage());
        }
    }
}
