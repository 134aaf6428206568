package ai.artenic.optimizer.adapters.persistence.embedded;

import ai.artenic.optimizer.adapters.persistence.StorageOpeningException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A server that outlived the service that started it, because that one was killed.
final class Orphan {
    private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);

    private Orphan() {}

    /// Stops the orphan of this cluster, if there is one. The caller holds the lock on the data directory, so that no
    /// living service can own the server.
    static void stop(Cluster cluster, Binaries binaries) throws StorageOpeningException {
        Path pidFile = cluster.path().resolve("postmaster.pid");
        try {
            if (!Files.exists(pidFile)) {
                return;
            }
            Optional<ProcessHandle> process = pid(pidFile).flatMap(ProcessHandle::of);
            String command =
                    process.flatMap(found -> found.info().commandLine()).orElse("");
            if (process.isEmpty() || command.isEmpty()) {
                return; // gone, or not ours to look at: the server judges its own lock file
            }
            if (command.contains("postgres") && command.contains(cluster.path().toString())) {
                LOG.warn(
                        "stopping PostgreSQL {}, left over from a service that was killed",
                        process.get().pid());
                if (!Signal.stop(binaries, process.get())) {
                    throw new StorageOpeningException("PostgreSQL process "
                            + process.get().pid() + " holds the data directory and cannot be stopped: stop it by hand");
                }
            } else {
                LOG.info(
                        "process {} is not the database's: removing the stale {}",
                        process.get().pid(),
                        pidFile);
                Files.deleteIfExists(pidFile);
            }
        } catch (IOException e) {
            throw new StorageOpeningException("cannot read " + pidFile + " (" + Reasons.of(e) + ")", e);
        }
    }

    private static Optional<Long> pid(Path pidFile) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        try {
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.valueOf(lines.getFirst().strip()));
        } catch (NumberFormatException _) {
            return Optional.empty(); // cut short while it was written: nobody got to run
        }
    }
}
