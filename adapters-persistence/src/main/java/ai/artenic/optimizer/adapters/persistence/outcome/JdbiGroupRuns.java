package ai.artenic.optimizer.adapters.persistence.outcome;

import ai.artenic.optimizer.adapters.persistence.database.Columns;
import ai.artenic.optimizer.adapters.persistence.database.Database;
import ai.artenic.optimizer.adapters.persistence.json.GroupRunRow;
import ai.artenic.optimizer.adapters.persistence.json.Json;
import ai.artenic.optimizer.adapters.persistence.outcome.OutcomeInsert.Fresh;
import ai.artenic.optimizer.application.port.GroupRuns;
import ai.artenic.optimizer.domain.experience.GroupRun;
import ai.artenic.optimizer.domain.workload.QueryId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// Runs in the table `optimizer_group_runs`, where [JdbiOutcomeLog] has them put.
///
/// Outcomes are kept one transaction after the other, in the order of their ids: whoever has seen one has seen all
/// before it.
public final class JdbiGroupRuns implements GroupRuns {
    static final String INSERT = """
            insert into optimizer_group_runs (outcome_id, query_id, run)
            select outcome_id, query_id, cast(run as json)
            from unnest(:run_outcome, :run_group, :run) as given (outcome_id, query_id, run)
            """;

    private static final String NEWEST = """
            select coalesce(max(outcome_id), 0) from optimizer_group_runs""";

    static final String BETWEEN = """
            select query_id, run from optimizer_group_runs
            where outcome_id > :seen and outcome_id <= :newest
            order by outcome_id desc
            limit :most
            """;

    private final Database database;

    public JdbiGroupRuns(Database database) {
        this.database = database;
    }

    /// Gives [#INSERT] the runs that the outcomes tell.
    static void bind(SqlStatement<?> insert, List<Fresh> outcomes) {
        List<Fresh> telling =
                outcomes.stream().filter(fresh -> fresh.row().run().isPresent()).toList();
        new Columns<>(insert, telling)
                .whole("run_outcome", Fresh::id)
                .text("run_group", fresh -> fresh.row().queryId())
                .text("run", fresh -> fresh.row().run().orElseThrow());
    }

    @Override
    public News since(long outcome, int most) {
        return database.ask(handle -> {
            long newest = handle.createQuery(NEWEST).mapTo(Long.class).one();
            return newest <= outcome
                    ? new News(newest, List.of())
                    : new News(newest, between(handle, outcome, newest, most));
        });
    }

    private static List<GroupRun> between(Handle handle, long seen, long newest, int most) {
        return handle.createQuery(BETWEEN)
                .bind("seen", seen)
                .bind("newest", newest)
                .bind("most", most)
                .map((row, _) -> read(row))
                .list()
                .reversed();
    }

    private static GroupRun read(ResultSet row) throws SQLException {
        return read(row.getString("run"), new QueryId(UUID.fromString(row.getString("query_id"))));
    }

    static GroupRun read(String run, QueryId group) {
        return Json.read(run, GroupRunRow.class).toDomain(group);
    }
}
