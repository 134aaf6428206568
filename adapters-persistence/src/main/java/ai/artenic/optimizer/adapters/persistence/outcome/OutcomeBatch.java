package ai.artenic.optimizer.adapters.persistence.outcome;

import ai.artenic.optimizer.adapters.persistence.calibration.JdbiCalibrationLog;
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
import org.jdbi.v3.core.Handle;

/// Keeps many outcomes within one transaction, in as many turns to the database as one.
///
/// It locks the row of counts first. So whoever keeps outcomes sees all that was kept before, in any replica, and none
/// can block another for ever.
final class OutcomeBatch {
    private final Handle handle;
    private final List<OutcomeRow> rows;

    OutcomeBatch(Handle handle, List<OutcomeRow> rows) {
        this.handle = handle;
        this.rows = rows;
    }

    List<Kept> keep() {
        long already = lockCounts();
        Map<String, KeptOutcome> byJob = earlier();
        SequencedMap<String, OutcomeRow> firsts = new LinkedHashMap<>();
        for (OutcomeRow row : rows) {
            if (!byJob.containsKey(row.jobId())) {
                firsts.putIfAbsent(row.jobId(), row);
            }
        }
        if (!firsts.isEmpty()) {
            byJob.putAll(store(List.copyOf(firsts.values()), already));
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
        Map<String, OptionalDouble> bestCosts = bestCosts(firsts);
        int knownGroups = bestCosts.size();
        var fresh = new ArrayList<Fresh>();
        for (OutcomeRow row : firsts) {
            AssessedOutcome assessed = row.assessed();
            OptionalDouble best = bestCosts.getOrDefault(row.queryId(), OptionalDouble.empty());
            fresh.add(new Fresh(already + fresh.size() + 1, row, assessed.regretLabel(best)));
            bestCosts.put(row.queryId(), lesser(best, assessed.relativeCost()));
        }
        Instant recordedAt = OutcomeInsert.run(handle, fresh, bestCosts.size() - knownGroups);
        var observations = firsts.stream()
                .flatMap(row -> row.assessed().observation().stream())
                .toList();
        if (!observations.isEmpty()) {
            JdbiCalibrationLog.record(handle, observations);
        }
        var stored = new HashMap<String, KeptOutcome>();
        for (Fresh one : fresh) {
            stored.put(
                    one.row().jobId(), new KeptOutcome(one.id(), one.row().assessed(), one.regretLabel(), recordedAt));
        }
        return stored;
    }

    private static OptionalDouble lesser(OptionalDouble best, OptionalDouble cost) {
        return best.isPresent() && cost.isPresent()
                ? OptionalDouble.of(Math.min(best.getAsDouble(), cost.getAsDouble()))
                : best.isPresent() ? best : cost;
    }

    /// @return how many outcomes were ever kept
    private long lockCounts() {
        return handle.createQuery("select outcomes from optimizer_outcome_counts for update")
                .mapTo(Long.class)
                .one();
    }

    private Map<String, KeptOutcome> earlier() {
        String[] jobs = rows.stream().map(OutcomeRow::jobId).distinct().toArray(String[]::new);
        var earlier = new HashMap<String, KeptOutcome>();
        handle.createQuery(KeptOutcomeRow.SELECT + "where outcome.job_id = any(:jobs)")
                .bind("jobs", jobs)
                .map((row, _) -> KeptOutcomeRow.read(row))
                .forEach(kept -> earlier.put(kept.assessed().outcome().jobId(), kept));
        return earlier;
    }

    /// The best cost of each group there is; empty where every job of it failed.
    private Map<String, OptionalDouble> bestCosts(List<OutcomeRow> firsts) {
        String[] groups = firsts.stream().map(OutcomeRow::queryId).distinct().toArray(String[]::new);
        var bestCosts = new HashMap<String, OptionalDouble>();
        handle.createQuery("""
                select query_id, best_relative_cost from optimizer_query_groups where query_id = any(:groups)""")
                .bind("groups", groups)
                .map((row, _) -> Map.entry(row.getString("query_id"), best(row)))
                .forEach(group -> bestCosts.put(group.getKey(), group.getValue()));
        return bestCosts;
    }

    private static OptionalDouble best(ResultSet row) throws SQLException {
        double best = row.getDouble("best_relative_cost");
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(best);
    }
}
