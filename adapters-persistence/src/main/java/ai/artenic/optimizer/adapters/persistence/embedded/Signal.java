package ai.artenic.optimizer.adapters.persistence.embedded;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ways to tell a server to stop, from polite to final.
enum Signal {
    /// Rolls back, disconnects everybody, writes a checkpoint.
    INT,
    /// Stops at once; the next start recovers from the log.
    QUIT,
    KILL;

    private static final Logger LOG = LoggerFactory.getLogger(Signal.class);
    private static final long PATIENCE_SECONDS = 10;

    /// Tells a server to stop, ever less politely, until it has: at most half a minute. What was committed stays.
    ///
    /// @return whether it has stopped
    static boolean stop(Binaries binaries, ProcessHandle server) {
        for (Signal signal : values()) {
            if (!server.isAlive()) {
                return true;
            }
            signal.send(binaries, server);
            try {
                server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException _) {
                LOG.warn("PostgreSQL {} did not stop within {} s of {}", server.pid(), PATIENCE_SECONDS, signal);
            } catch (ExecutionException e) {
                throw new IllegalStateException("the end of a process has no failure", e);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                server.destroyForcibly();
            }
        }
        return !server.isAlive();
    }

    private void send(Binaries binaries, ProcessHandle postmaster) {
        if (this != KILL && throughPgCtl(binaries, postmaster.pid())) {
            return;
        }
        postmaster.destroyForcibly();
    }

    private boolean throughPgCtl(Binaries binaries, long pid) {
        try {
            Process pgCtl = new ProcessBuilder(binaries.command("pg_ctl", List.of("kill", name(), Long.toString(pid))))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return pgCtl.onExit().join().exitValue() == 0;
        } catch (IOException e) {
            LOG.warn("cannot signal PostgreSQL {}: {}", pid, Reasons.of(e));
            return false;
        }
    }
}
