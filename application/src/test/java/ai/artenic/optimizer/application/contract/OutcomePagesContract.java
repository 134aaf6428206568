package ai.artenic.optimizer.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ai.artenic.optimizer.application.port.OutcomeLog.Kept;
import ai.artenic.optimizer.application.port.OutcomePage;
import ai.artenic.optimizer.application.port.OutcomeQuery;
import ai.artenic.optimizer.domain.outcome.KeptOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What every outcome log promises of its pages.
public interface OutcomePagesContract {
    /// An empty store.
    OutcomeStore emptyStore();

    /// All that is kept, newest first, up to 500.
    default List<KeptOutcome> everything(OutcomeStore store) {
        return store.log().page(before(OptionalLong.empty(), 500)).items();
    }

    private static OutcomeQuery before(OptionalLong id, int limit) {
        return new OutcomeQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), id, limit);
    }

    private static OutcomeQuery only(
            Optional<String> provider, Optional<Boolean> success, Optional<UUID> recommendation) {
        return new OutcomeQuery(
                provider, success, recommendation, Optional.empty(), Optional.empty(), OptionalLong.empty(), 500);
    }

    private static OutcomeQuery recorded(Optional<Instant> since, Optional<Instant> until) {
        return new OutcomeQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), since, until, OptionalLong.empty(), 500);
    }

    private static List<KeptOutcome> filled(OutcomeStore store) {
        return LongStream.range(0, 40)
                .mapToObj(seed -> store.kept(Outcomes.seeded(seed)))
                .toList()
                .reversed();
    }

    private static void assertFinds(
            OutcomeStore store, List<KeptOutcome> all, OutcomeQuery query, Predicate<KeptOutcome> wanted) {
        assertEquals(
                all.stream().filter(wanted).toList(), store.log().page(query).items());
    }

    @Test
    default void an_empty_log_has_one_empty_page() {
        OutcomeStore store = emptyStore();
        assertEquals(
                new OutcomePage(List.of(), OptionalLong.empty()), store.log().page(before(OptionalLong.empty(), 5)));
        assertEquals(
                new OutcomePage(List.of(), OptionalLong.empty()), store.log().page(before(OptionalLong.of(7), 5)));
    }

    @Test
    default void a_walk_over_the_pages_sees_every_outcome_once_newest_first_whatever_comes_in_meanwhile() {
        OutcomeStore store = emptyStore();
        List<KeptOutcome> all = filled(store);
        var seen = new ArrayList<KeptOutcome>();
        OptionalLong next = OptionalLong.empty();
        do {
            OutcomePage page = store.log().page(before(next, 7));
            seen.addAll(page.items());
            next = page.next();
            store.keep(Outcomes.succeeded("late-" + seen.size(), 1));
        } while (next.isPresent());
        assertEquals(all, seen);
    }

    @Test
    default void a_page_that_takes_all_there_is_is_the_last() {
        OutcomeStore store = emptyStore();
        List<KeptOutcome> all = filled(store);
        assertEquals(new OutcomePage(all, OptionalLong.empty()), store.log().page(before(OptionalLong.empty(), 40)));
        assertEquals(
                OptionalLong.of(all.get(38).id()),
                store.log().page(before(OptionalLong.empty(), 39)).next());
        assertEquals(
                List.of(),
                store.log().page(before(OptionalLong.of(all.getLast().id()), 5)).items());
        for (long far : new long[] {Long.MIN_VALUE, -1, 0}) {
            assertEquals(
                    List.of(), store.log().page(before(OptionalLong.of(far), 5)).items());
        }
    }

    @Test
    default void pages_can_be_of_one_provider_one_ending_or_one_recommendation() {
        OutcomeStore store = emptyStore();
        List<KeptOutcome> all = filled(store);
        for (String provider : List.of("aws", "vastai", "nobody", "\u0000", "' or true --")) {
            assertFinds(
                    store,
                    all,
                    only(Optional.of(provider), Optional.empty(), Optional.empty()),
                    kept -> provider.equals(
                            kept.assessed().outcome().run().provider().key()));
        }
        for (boolean success : new boolean[] {true, false}) {
            assertFinds(
                    store,
                    all,
                    only(Optional.empty(), Optional.of(success), Optional.empty()),
                    kept -> success == kept.assessed().outcome().succeeded());
        }
        for (KeptOutcome one : all) {
            Optional<UUID> followed = one.assessed().outcome().recommendationId();
            followed.ifPresent(id -> assertFinds(
                    store, all, only(Optional.empty(), Optional.empty(), Optional.of(id)), kept -> kept.equals(one)));
        }
    }

    @Test
    default void pages_can_be_of_a_stretch_of_time() {
        OutcomeStore store = emptyStore();
        List<KeptOutcome> all = filled(store);
        Instant since = all.get(30).recordedAt();
        Instant until = all.get(10).recordedAt();
        assertFinds(
                store,
                all,
                recorded(Optional.of(since), Optional.of(until)),
                kept -> !kept.recordedAt().isBefore(since) && kept.recordedAt().isBefore(until));
        assertFinds(store, all, recorded(Optional.of(Instant.MIN), Optional.of(Instant.MAX)), _ -> true);
        assertFinds(store, all, recorded(Optional.of(Instant.MAX), Optional.empty()), _ -> false);
    }

    @Test
    default void text_that_looks_like_sql_is_text() {
        OutcomeStore store = emptyStore();
        String hostile = "'; drop table x; --";
        assertInstanceOf(Kept.Stored.class, store.keep(Outcomes.succeeded(hostile, 1)));
        assertEquals(
                hostile,
                store.log().find(hostile).orElseThrow().assessed().outcome().jobId());
    }
}
