package ai.artenic.optimizer.adapters.persistence.outcome;

import ai.artenic.optimizer.adapters.persistence.StorageSettings.Pool;
import ai.artenic.optimizer.adapters.persistence.Workbench;
import ai.artenic.optimizer.adapters.persistence.database.Database;
import ai.artenic.optimizer.adapters.persistence.database.ServerUrl;
import ai.artenic.optimizer.application.contract.Outcomes;
import ai.artenic.optimizer.domain.fixture.Observations;
import ai.artenic.optimizer.domain.outcome.AssessedOutcome;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/// Prints how many outcomes per second are kept, beside the same rows written to a copy of the one table by plain JDBC:
/// in lists of 1,000, and one by one by 64 at once. The two take turns; the best round of each counts. Run it by hand.
final class KeepThroughput {
    private static final int ROUNDS = 6;
    private static final int LIST = 1_000;
    private static final int LISTS = 10;
    private static final int CALLERS = 64;
    private static final Pool POOL = new Pool(10, Duration.ofSeconds(30), Duration.ofSeconds(60));

    private static final String INSERT = """
            insert into plain_outcomes values (
                nextval('plain_ids'), ?, cast(? as jsonb), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, now(),
                cast(? as jsonb), ?, ?, ?, cast(? as jsonb))
            """;

    private final Database database;
    private final JdbiOutcomeLog log;

    private KeepThroughput(Database database) {
        this.database = database;
        this.log = new JdbiOutcomeLog(database);
    }

    private interface Work {
        void run() throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        Workbench.storage();
        Workbench.run("create table plain_outcomes (like training_outcomes including all); create sequence plain_ids");
        try (var database = new Database(ServerUrl.source(Workbench.asServer(POOL)), POOL)) {
            new KeepThroughput(database).compare();
        }
    }

    private void compare() throws Exception {
        List<AssessedOutcome> outcomes = LongStream.range(0, (long) LIST * LISTS)
                .mapToObj(KeepThroughput::outcome)
                .toList();
        List<OutcomeRow> rows = outcomes.stream().map(OutcomeRow::of).toList();
        double[] best = new double[4];
        for (int round = 0; round < ROUNDS; round++) {
            best[0] = Math.max(best[0], perSecond(() -> keepLists(outcomes)));
            best[1] = Math.max(best[1], perSecond(() -> writeBatches(rows)));
            best[2] = Math.max(best[2], perSecond(() -> atOnce(i -> log.keep(List.of(outcomes.get(i))))));
            best[3] = Math.max(best[3], perSecond(() -> atOnce(i -> writeOne(rows.get(i)))));
            print("round " + round + ", best so far", best);
        }
    }

    /// One of 200 query groups, with an observation, as most outcomes have.
    private static AssessedOutcome outcome(long number) {
        String job = "job-" + number;
        AssessedOutcome like = Outcomes.seeded(number % 200);
        AssessedOutcome plain = Outcomes.of(
                job,
                like.workload(),
                OptionalDouble.of(1.0 + number % 7),
                Outcomes.features(FeatureSchema.V2, number / 8.0));
        return Outcomes.observed(plain, Observations.finished(job, 2));
    }

    private static void print(String title, double[] best) {
        System.out.printf(
                "%s: lists of 1,000 %.0f/s, plain batches %.0f/s, ratio %.2f;"
                        + " 64 singles %.0f/s, plain rows %.0f/s, ratio %.2f%n",
                title, best[0], best[1], best[0] / best[1], best[2], best[3], best[2] / best[3]);
    }

    private static double perSecond(Work work) throws Exception {
        Workbench.clear();
        Workbench.run("truncate plain_outcomes; checkpoint");
        Duration ours = ourCpu();
        Duration servers = serversCpu();
        long start = System.nanoTime();
        work.run();
        long nanos = System.nanoTime() - start;
        System.out.printf(
                "  %d us a row: CPU %d us here, %d us in the server%n",
                nanos / 1000 / LIST / LISTS,
                ourCpu().minus(ours).toNanos() / 1000 / LIST / LISTS,
                serversCpu().minus(servers).toNanos() / 1000 / LIST / LISTS);
        return LIST * LISTS * 1e9 / nanos;
    }

    private static Duration ourCpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static Duration serversCpu() {
        return ProcessHandle.current()
                .descendants()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private void keepLists(List<AssessedOutcome> outcomes) {
        for (int from = 0; from < outcomes.size(); from += LIST) {
            log.keep(outcomes.subList(from, from + LIST));
        }
    }

    private void writeBatches(List<OutcomeRow> rows) throws SQLException {
        try (Connection connection = database.connections().getConnection()) {
            connection.setAutoCommit(false);
            for (int from = 0; from < rows.size(); from += LIST) {
                try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                    for (OutcomeRow row : rows.subList(from, from + LIST)) {
                        bind(insert, row);
                        insert.addBatch();
                    }
                    insert.executeBatch();
                }
                connection.commit();
            }
            connection.setAutoCommit(true);
        }
    }

    private interface Caller {
        void keep(int number) throws Exception;
    }

    private static void atOnce(Caller caller) throws Exception {
        var next = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var callers = LongStream.range(0, CALLERS)
                    .mapToObj(_ -> threads.submit(() -> {
                        for (int i = next.getAndIncrement(); i < LIST * LISTS; i = next.getAndIncrement()) {
                            caller.keep(i);
                        }
                        return true;
                    }))
                    .toList();
            for (Future<Boolean> one : callers) {
                one.get();
            }
        }
    }

    private void writeOne(OutcomeRow row) throws SQLException {
        try (Connection connection = database.connections().getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            bind(insert, row);
            insert.executeUpdate();
        }
    }

    private static void bind(PreparedStatement insert, OutcomeRow row) throws SQLException {
        var outcome = row.assessed().outcome();
        var run = outcome.run();
        var prediction = row.assessed().prediction();
        Object[] values = {
            row.jobId(),
            row.workload(),
            run.provider().key(),
            run.instanceType(),
            run.region().orElse(null),
            run.isSpot(),
            run.hours(),
            run.cost().amount(),
            prediction.isPresent() ? prediction.get().hours() : null,
            prediction.isPresent() ? prediction.get().costEur() : null,
            outcome.succeeded(),
            outcome.metric().isPresent() ? outcome.metric().get().name() : null,
            null,
            row.fields(),
            row.isWorkloadStated(),
            outcome.recommendationId().isPresent()
                    ? outcome.recommendationId().get().toString()
                    : null,
            4,
            row.notes()
        };
        for (int i = 0; i < values.length; i++) {
            if (i == 12) {
                insert.setNull(i + 1, Types.DOUBLE);
            } else {
                insert.setObject(i + 1, values[i]);
            }
        }
    }
}
