package ai.artenic.optimizer.adapters.persistence.outcome;

import ai.artenic.optimizer.adapters.persistence.database.Coalescer;
import ai.artenic.optimizer.adapters.persistence.database.Database;
import ai.artenic.optimizer.application.port.OutcomeLog;
import ai.artenic.optimizer.application.port.OutcomePage;
import ai.artenic.optimizer.application.port.OutcomeQuery;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import ai.artenic.optimizer.domain.outcome.AssessedOutcome;
import ai.artenic.optimizer.domain.outcome.KeptOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/// Outcomes in the table `training_outcomes`, their samples in `optimizer_training_samples`.
///
/// Outcomes that come one by one at the same time are written together. One log is to be shared by all who keep.
public final class JdbiOutcomeLog implements OutcomeLog {
    private final Database database;
    private final Coalescer<OutcomeRow, Kept> singles;
    private final ReentrantLock turn = new ReentrantLock(true);

    public JdbiOutcomeLog(Database database) {
        this.database = database;
        this.singles = new Coalescer<>(this::write, Optional.of(this::settle), database.patience());
    }

    @Override
    public List<Kept> keep(List<AssessedOutcome> outcomes) {
        List<OutcomeRow> rows = outcomes.stream().map(OutcomeRow::of).toList();
        return switch (rows.size()) {
            case 0 -> List.of();
            case 1 -> List.of(singles.submit(rows.getFirst()));
            default -> settled(write(rows));
        };
    }

    @Override
    public Optional<KeptOutcome> find(String jobId) {
        return database.ask(handle -> handle.createQuery(KeptOutcomeRow.SELECT + "where outcome.job_id = :job_id")
                .bind("job_id", jobId)
                .map((row, _) -> KeptOutcomeRow.read(row))
                .findOne());
    }

    @Override
    public Map<UUID, KeptOutcome> following(List<UUID> recommendations) {
        var found = new HashMap<UUID, KeptOutcome>();
        List<KeptOutcome> newest = database.ask(handle -> handle.createQuery(KeptOutcomeRow.SELECT + """
                where outcome.id in (
                    select max(id) from training_outcomes
                    where recommendation_id = any(:recommendations) group by recommendation_id)
                """)
                .bind(
                        "recommendations",
                        recommendations.stream().map(UUID::toString).toArray(String[]::new))
                .map((row, _) -> KeptOutcomeRow.read(row))
                .list());
        newest.forEach(
                kept -> found.put(kept.assessed().outcome().recommendationId().orElseThrow(), kept));
        return found;
    }

    @Override
    public OutcomePage page(OutcomeQuery query) {
        List<KeptOutcome> found = database.ask(handle -> new OutcomeSelect(query).run(handle));
        if (found.size() <= query.limit()) {
            return new OutcomePage(found, OptionalLong.empty());
        }
        List<KeptOutcome> items = found.subList(0, query.limit());
        return new OutcomePage(items, OptionalLong.of(items.getLast().id()));
    }

    private List<Kept> settled(List<Kept> kept) {
        settle();
        return kept;
    }

    /// Returns once all that was committed is durable: whatever is written behind it is flushed together with it. So
    /// the one transaction that may be under way does not wait for the disk.
    private void settle() {
        database.ask(handle -> handle.createQuery("select pg_logical_emit_message(true, 'optimizer', '') is null")
                .mapTo(Boolean.class)
                .one());
    }

    /// The database lets one in at a time. Those of this process queue here, where they hold no connection
    /// that a reader could use.
    private List<Kept> write(List<OutcomeRow> rows) {
        takeTurn();
        try {
            return database.ask(
                    handle -> handle.inTransaction(transaction -> new OutcomeBatch(transaction, rows).keep()));
        } finally {
            turn.unlock();
        }
    }

    private void takeTurn() {
        try {
            if (!turn.tryLock(database.patience().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new StoreUnavailableException(
                        "The database did not take others' outcomes in time",
                        new TimeoutException(turn.getQueueLength() + " wait"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("The wait for the database was interrupted", e);
        }
    }
}
