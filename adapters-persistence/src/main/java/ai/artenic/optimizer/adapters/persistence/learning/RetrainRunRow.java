package ai.artenic.optimizer.adapters.persistence.learning;

import ai.artenic.optimizer.domain.learning.RetrainRun;
import ai.artenic.optimizer.domain.learning.RetrainRun.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of `optimizer_retrain_runs`.
///
/// @param attempt how many workers took the run so far
record RetrainRunRow(RetrainRun run, int attempt) {
    static RetrainRunRow read(ResultSet row) throws SQLException {
        var run = new RetrainRun(
                UUID.fromString(row.getString("id")),
                Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getBoolean("is_forced"),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getString("model_version")),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"));
        return new RetrainRunRow(run, row.getInt("attempt"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(moment).map(OffsetDateTime::toInstant);
    }
}
