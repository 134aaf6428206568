package ai.artenic.optimizer.application.inmemory;

import ai.artenic.optimizer.application.port.RetrainRuns;
import ai.artenic.optimizer.domain.learning.RetrainRun;
import ai.artenic.optimizer.domain.learning.RetrainRun.Status;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// Trainings in memory, gone with the process, and with it whoever worked at them.
public final class InMemoryRetrainRuns implements RetrainRuns {
    private final InstantSource clock;
    private final SequencedMap<UUID, RetrainRun> byId = new LinkedHashMap<>();

    /// An empty queue.
    ///
    /// @param clock tells when work failed
    public InMemoryRetrainRuns(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Queued queue(RetrainRun run) {
        Optional<RetrainRun> current = newest().filter(one -> !one.isOver());
        if (current.isPresent()) {
            return new Queued.InProgress(current.get());
        }
        byId.put(run.id(), run);
        return new Queued.Accepted(run);
    }

    @Override
    public synchronized Optional<RetrainRun> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public synchronized Optional<RetrainRun> newest() {
        return Optional.ofNullable(byId.lastEntry()).map(entry -> entry.getValue());
    }

    @Override
    public boolean workAtNext(Instant now, UnaryOperator<RetrainRun> work) {
        Optional<RetrainRun> taken = take(now);
        if (taken.isEmpty()) {
            return false;
        }
        RetrainRun started = taken.get();
        try {
            RetrainRun ended = work.apply(started);
            if (!ended.isOver() || !ended.id().equals(started.id())) {
                throw new IllegalStateException("Work at " + started + " must end it, made it " + ended);
            }
            keep(ended);
        } catch (RuntimeException | Error e) {
            keep(started.ended(Status.FAILED, e.toString(), Optional.empty(), clock.instant()));
            throw e;
        }
        return true;
    }

    /// Within one process a run that was started has a living worker.
    private synchronized Optional<RetrainRun> take(Instant now) {
        Optional<RetrainRun> started =
                newest().filter(run -> run.status() == Status.QUEUED).map(run -> run.started(now));
        started.ifPresent(this::keep);
        return started;
    }

    private synchronized void keep(RetrainRun run) {
        byId.put(run.id(), run);
    }
}
