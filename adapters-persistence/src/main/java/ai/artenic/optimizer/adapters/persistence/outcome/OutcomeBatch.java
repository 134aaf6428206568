package ai.artenic.optimizer.adapters.persistence.outcome;

import ai.artenic.optimizer.adapters.persistence.outcome.OutcomeInsert.Fresh;
import ai.artenic.optimizer.application.port.OutcomeLog.Kept;
import ai.artenic.optimizer.domain.outcome.AssessedOutcome;
import ai.artenic.optimizer.domain.outcome.KeptOutcome;
import ai.artenic.optimizer.domain.outcome.OutcomeFields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// Keeps many outcomes within one transaction, in as many turns to the database as one. Its commit is not durable yet.
///
/// It locks the row of counts first. So whoever keeps outcomes sees all that was kept before, in any replica, and none
/// can block another for ever.
final class OutcomeBatch {
    private final Handle handle;
    private final List<OutcomeRow> rows;

    private final GroupBests groups = new GroupBests();

    /// How many outcomes were ever kept, and which of these jobs have one.
    private record Turn(long already, List<String> jobs) {}

    OutcomeBatch(Handle handle, List<OutcomeRow> rows) {
        this.handle = handle;
        this.rows = rows;
    }

    List<Kept> keep() {
        Turn turn = takeTurn();
        Map<String, KeptOutcome> byJob = kept(turn.jobs());
        SequencedMap<String, OutcomeRow> firsts = new LinkedHashMap<>();
        for (OutcomeRow row : rows) {
            if (!byJob.containsKey(row.jobId())) {
                firsts.putIfAbsent(row.jobId(), row);
            }
        }
        if (!firsts.isEmpty()) {
            byJob.putAll(store(List.copyOf(firsts.values()), turn.already()));
        }
        var answers = new ArrayList<Kept>();
        for (OutcomeRow row : rows) {
            KeptOutcome kept = Objects.requireNonNull(byJob.get(row.jobId()));
            boolean isFirst = firsts.remove(row.jobId()) != null;
            answers.add(isFirst ? new Kept.Stored(kept) : repeated(row, kept));
        }
        return answers;
    }

    private static Kept repeated(OutcomeRow row, KeptOutcome kept) {
        String hash = OutcomeFields.hash(row.assessed().outcome());
        return hash.equals(OutcomeFields.hash(kept.assessed().outcome()))
                ? new Kept.Same(kept)
                : new Kept.Conflicting(kept);
    }

    private Map<String, KeptOutcome> store(List<OutcomeRow> firsts, long already) {
        var fresh = new ArrayList<Fresh>();
        for (OutcomeRow row : firsts) {
            AssessedOutcome assessed = row.assessed();
            OptionalDouble best = groups.beforeAdding(row.queryId(), assessed.relativeCost());
            fresh.add(new Fresh(already + fresh.size() + 1, row, assessed.regretLabel(best)));
        }
        Instant recordedAt = OutcomeInsert.run(handle, fresh, groups);
        var stored = new HashMap<String, KeptOutcome>();
        for (Fresh one : fresh) {
            stored.put(
                    one.row().jobId(), new KeptOutcome(one.id(), one.row().assessed(), one.regretLabel(), recordedAt));
        }
        return stored;
    }

    /// Locks, notes the best costs of the groups there are, and leaves the wait for the disk to [JdbiOutcomeLog], which
    /// holds no lock then.
    private Turn takeTurn() {
        return handle.createQuery(
                        "select kind, name, outcomes, best_relative_cost from optimizer_take_turn(:groups, :jobs)")
                .bind("groups", texts(OutcomeRow::queryId))
                .bind("jobs", texts(OutcomeRow::jobId))
                .reduceResultSet(new Turn(0, new ArrayList<>()), (turn, row, _) -> turn(turn, row));
    }

    private Turn turn(Turn before, ResultSet row) throws SQLException {
        String name = row.getString("name");
        switch (row.getString("kind")) {
            case "turn" -> {
                return new Turn(row.getLong("outcomes"), before.jobs());
            }
            case "group" -> groups.known(name, best(row));
            default -> before.jobs().add(name);
        }
        return before;
    }

    private String[] texts(Function<OutcomeRow, String> column) {
        return rows.stream().map(column).distinct().toArray(String[]::new);
    }

    private Map<String, KeptOutcome> kept(List<String> jobs) {
        var kept = new HashMap<String, KeptOutcome>();
        if (!jobs.isEmpty()) {
            handle.createQuery(KeptOutcomeRow.SELECT + "where outcome.job_id = any(:jobs)")
                    .bind("jobs", jobs.toArray(String[]::new))
                    .map((row, _) -> KeptOutcomeRow.read(row))
                    .forEach(one -> kept.put(one.assessed().outcome().jobId(), one));
        }
        return kept;
    }

    private static OptionalDouble best(ResultSet row) throws SQLException {
        double best = row.getDouble("best_relative_cost");
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(best);
    }
}
