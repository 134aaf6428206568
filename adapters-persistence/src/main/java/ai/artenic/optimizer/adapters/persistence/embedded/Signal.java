package ai.artenic.optimizer.adapters.persistence.embedded;

import java.io.IOException;
import java.util.List;
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

    /// Sends this signal to a postmaster, which is gone or going when this returns.
    void send(Binaries binaries, ProcessHandle postmaster) {
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
