package ai.artenic.optimizer.adapters.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.artenic.optimizer.adapters.persistence.StorageSettings.Pool;
import ai.artenic.optimizer.adapters.persistence.database.Database;
import ai.artenic.optimizer.adapters.persistence.database.ServerUrl;
import ai.artenic.optimizer.application.contract.Models;
import ai.artenic.optimizer.application.contract.Outcomes;
import ai.artenic.optimizer.application.port.OutcomeLog;
import ai.artenic.optimizer.application.port.OutcomeLog.Kept;
import ai.artenic.optimizer.application.port.OutcomeQuery;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import ai.artenic.optimizer.domain.learning.Promotion;
import ai.artenic.optimizer.domain.learning.RetrainRun;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// What is learned from, while its database is away or stuck.
class OutcomeOutageTest {
    private static final Pool IMPATIENT = new Pool(2, Duration.ofMillis(250), Duration.ofMillis(100));

    @Test
    void every_method_says_that_the_store_is_away() throws Exception {
        Workbench.storage();
        Storage storage = Storage.open(Workbench.asServer(IMPATIENT));
        storage.close();
        var all = new OutcomeQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                5);
        var run = RetrainRun.queued(new UUID(1, 1), false, Instant.EPOCH);
        for (Executable asked : List.<Executable>of(
                () -> storage.outcomeLog().keep(List.of(Outcomes.seeded(1))),
                () -> storage.outcomeLog().keep(List.of(Outcomes.seeded(1), Outcomes.seeded(2))),
                () -> storage.outcomeLog().find("job"),
                () -> storage.outcomeLog().page(all),
                () -> storage.sampleStore().counts(),
                () -> storage.sampleStore().newest(FeatureSchema.V2, 5),
                () -> storage.modelRegistry().keep(Models.accepted("v1")),
                () -> storage.modelRegistry().find("v1"),
                () -> storage.modelRegistry().newest(5),
                () -> storage.promotions().promote(new Promotion("v1", "", Instant.EPOCH)),
                () -> storage.promotions().newest(5),
                () -> storage.retrainRuns().queue(run),
                () -> storage.retrainRuns().find(run.id()),
                () -> storage.retrainRuns().newest(),
                () -> storage.retrainRuns().workAtNext(Instant.EPOCH, one -> one))) {
            assertThrows(StoreUnavailableException.class, asked);
        }
    }

    @Test
    void a_crowd_that_waits_for_a_stuck_database_is_told_soon_and_served_once_it_is_back() throws Exception {
        Workbench.storage();
        Workbench.clear();
        try (Storage storage = Storage.open(Workbench.asServer(IMPATIENT));
                var blocker = Workbench.connect();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("select * from optimizer_outcome_counts for update");
            OutcomeLog log = storage.outcomeLog();
            var crowd = LongStream.range(0, 300)
                    .mapToObj(seed -> threads.submit(() -> assertThrows(
                            StoreUnavailableException.class, () -> log.keep(List.of(Outcomes.seeded(seed))))))
                    .toList();
            for (var caller : crowd) {
                caller.get(); // while the lock is still held
            }
            blocker.rollback();
            assertEquals(Outcomes.seeded(1), keptAtLast(log).outcome().assessed());
            assertEquals(1, Workbench.storage().sampleStore().counts().outcomes());
        }
    }

    /// The limits are so tight that a busy machine may miss them without being stuck.
    private static Kept keptAtLast(OutcomeLog log) {
        for (int tries = 0; tries < 200; tries++) {
            try {
                return log.keep(List.of(Outcomes.seeded(1))).getFirst();
            } catch (StoreUnavailableException e) {
                Thread.onSpinWait();
            }
        }
        throw new AssertionError("the database is back, but nothing is kept");
    }

    @Test
    void a_service_that_stops_within_a_transaction_does_not_stop_the_others_for_long() throws Exception {
        Workbench.storage();
        Workbench.clear();
        var server = Workbench.asServer(IMPATIENT);
        try (var stopped = new Database(ServerUrl.source(server), IMPATIENT)) {
            assertThrows(
                    StoreUnavailableException.class,
                    () -> stopped.ask(handle -> handle.inTransaction(transaction -> {
                        transaction.execute("select * from optimizer_outcome_counts for update");
                        var others = Workbench.storage().outcomeLog();
                        assertInstanceOf(
                                Kept.Stored.class,
                                others.keep(List.of(Outcomes.seeded(1))).getFirst());
                        return transaction.execute("select 1");
                    })));
        }
    }
}
