package ai.artenic.optimizer.adapters.persistence.learning;

import ai.artenic.optimizer.adapters.persistence.database.Database;
import ai.artenic.optimizer.application.port.RetrainRuns;
import ai.artenic.optimizer.domain.intake.Terms;
import ai.artenic.optimizer.domain.learning.RetrainRun;
import ai.artenic.optimizer.domain.learning.RetrainRun.Status;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Trainings in the table `optimizer_retrain_runs`.
///
/// Who works holds a lock of the database's for as long as its connection stands, so that a worker that dies frees the
/// run at once. A worker that lost its connection and lives on has lost the run: another may work at it, and what the
/// first one brings is not kept.
public final class JdbiRetrainRuns implements RetrainRuns {
    private static final Logger LOG = LoggerFactory.getLogger(JdbiRetrainRuns.class);

    private static final String INSERT = """
            insert into optimizer_retrain_runs (id, status, is_forced, requested_at)
            values (:id, :status, :is_forced, :requested_at)
            on conflict ((true)) where finished_at is null do nothing
            """;

    private static final String NOT_OVER = "select * from optimizer_retrain_runs where finished_at is null";

    private static final String TAKE = """
            update optimizer_retrain_runs set status = 'running', started_at = :now, attempt = attempt + 1
            where finished_at is null
            returning *
            """;

    private static final String END = """
            update optimizer_retrain_runs set
                status = :status, reason = :reason, model_version = :model_version,
                finished_at = coalesce(:finished_at, greatest(started_at, clock_timestamp()))
            where id = :id and attempt = :attempt and finished_at is null
            """;

    private final Database database;

    public JdbiRetrainRuns(Database database) {
        this.database = database;
    }

    /// The run in the way may end just before it is looked at; then the queue is free.
    @Override
    public Queued queue(RetrainRun run) {
        while (true) {
            Optional<Queued> queued = database.ask(handle -> insert(handle, run)
                    ? Optional.of(new Queued.Accepted(run))
                    : one(handle, NOT_OVER).map(row -> new Queued.InProgress(row.run())));
            if (queued.isPresent()) {
                return queued.get();
            }
        }
    }

    @Override
    public Optional<RetrainRun> find(UUID id) {
        return database.ask(handle -> handle.createQuery("select * from optimizer_retrain_runs where id = :id")
                .bind("id", id.toString())
                .map((row, _) -> RetrainRunRow.read(row))
                .findOne()
                .map(RetrainRunRow::run));
    }

    @Override
    public Optional<RetrainRun> newest() {
        return database.ask(handle -> one(handle, "select * from optimizer_retrain_runs order by number desc limit 1"))
                .map(RetrainRunRow::run);
    }

    @Override
    public boolean workAtNext(Instant now, UnaryOperator<RetrainRun> work) {
        if (database.ask(handle -> one(handle, NOT_OVER)).isEmpty()) {
            return false;
        }
        try (WorkerLock lock = WorkerLock.tried(database)) {
            Optional<RetrainRunRow> taken = lock.isHeld() ? take(now) : Optional.empty();
            taken.ifPresent(run -> work(run, work));
            return taken.isPresent();
        }
    }

    private void work(RetrainRunRow taken, UnaryOperator<RetrainRun> work) {
        RetrainRun started = taken.run();
        RetrainRun ended;
        try {
            ended = work.apply(started);
            if (!ended.isOver() || !ended.id().equals(started.id())) {
                throw new IllegalStateException("Work at " + started + " must end it, made it " + ended);
            }
        } catch (RuntimeException | Error e) {
            fail(taken, e);
            throw e;
        }
        end(taken, ended.status(), ended.reason(), ended.modelVersion(), ended.finishedAt());
    }

    /// Where not even this can be kept, the run is left for another to take.
    private void fail(RetrainRunRow taken, Throwable failure) {
        try {
            String reason = failure.toString().replace('\0', '?'); // which text in the database cannot hold
            end(taken, Status.FAILED, Optional.of(reason), Optional.empty(), Optional.empty());
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /// @param finishedAt empty for now, by the database's clock
    private void end(
            RetrainRunRow taken,
            Status status,
            Optional<String> reason,
            Optional<String> modelVersion,
            Optional<Instant> finishedAt) {
        int updated = database.ask(handle -> handle.createUpdate(END)
                .bind("id", taken.run().id().toString())
                .bind("attempt", taken.attempt())
                .bind("status", Terms.wire(status))
                .bind("reason", reason.orElse(null))
                .bind("model_version", modelVersion.orElse(null))
                .bind(
                        "finished_at",
                        finishedAt.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .execute());
        if (updated == 0) {
            LOG.warn(
                    "Training {} was taken over while it ran, its end ({}) is not kept",
                    taken.run().id(),
                    status);
        }
    }

    private Optional<RetrainRunRow> take(Instant now) {
        return database.ask(handle -> handle.createQuery(TAKE)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .map((row, _) -> RetrainRunRow.read(row))
                .findOne());
    }

    private static boolean insert(Handle handle, RetrainRun run) {
        return handle.createUpdate(INSERT)
                        .bind("id", run.id().toString())
                        .bind("status", Terms.wire(run.status()))
                        .bind("is_forced", run.isForced())
                        .bind("requested_at", run.requestedAt().atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }

    private static Optional<RetrainRunRow> one(Handle handle, String sql) {
        return handle.createQuery(sql).map((row, _) -> RetrainRunRow.read(row)).findOne();
    }
}
