package ai.artenic.optimizer.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.port.GroupRuns;
import ai.artenic.optimizer.application.port.GroupRuns.News;
import ai.artenic.optimizer.domain.experience.GroupRun;
import ai.artenic.optimizer.domain.outcome.AssessedOutcome;
import ai.artenic.optimizer.domain.outcome.KeptOutcome;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What every store of query groups' runs promises.
public interface GroupRunsContract {
    /// An empty store.
    OutcomeStore emptyStore();

    private static List<AssessedOutcome> seeded(long from, long to) {
        return LongStream.range(from, to).mapToObj(Outcomes::seeded).toList();
    }

    private static List<GroupRun> told(List<AssessedOutcome> outcomes) {
        return outcomes.stream().flatMap(one -> one.run().stream()).toList();
    }

    private static News all(OutcomeStore store) {
        return store.runs().since(GroupRuns.BEFORE_ALL, 1_000);
    }

    @Test
    default void of_an_empty_store_there_is_no_news() {
        assertEquals(new News(GroupRuns.BEFORE_ALL, List.of()), all(emptyStore()));
    }

    @Test
    default void what_outcomes_tell_of_runs_is_read_in_every_detail_and_in_their_order() {
        OutcomeStore store = emptyStore();
        store.log().keep(seeded(0, 60));
        assertEquals(told(seeded(0, 60)), all(store).runs());
        assertTrue(all(store).runs().size() > 10);
    }

    @Test
    default void figures_at_the_ends_of_their_ranges_are_read_as_they_were() {
        OutcomeStore store = emptyStore();
        store.keep(Outcomes.extreme());
        assertEquals(told(List.of(Outcomes.extreme())), all(store).runs());
    }

    @Test
    default void only_what_came_after_the_last_one_seen_is_news() {
        OutcomeStore store = emptyStore();
        store.log().keep(seeded(0, 20));
        long seen = all(store).newest();
        assertEquals(new News(seen, List.of()), store.runs().since(seen, 1_000));
        seeded(20, 50).forEach(store::keep);
        News news = store.runs().since(seen, 1_000);
        assertEquals(told(seeded(20, 50)), news.runs());
        assertEquals(new News(news.newest(), List.of()), store.runs().since(news.newest(), 1_000));
    }

    @Test
    default void an_outcome_that_tells_no_run_is_no_news_and_one_reported_again_neither() {
        OutcomeStore store = emptyStore();
        AssessedOutcome telling = Outcomes.extreme();
        KeptOutcome kept = store.kept(telling);
        store.keep(Outcomes.succeeded("job", 1));
        store.keep(telling);
        assertEquals(new News(kept.id(), told(List.of(telling))), all(store));
    }

    @Test
    default void no_more_are_read_than_wanted_and_those_are_the_newest() {
        OutcomeStore store = emptyStore();
        store.log().keep(seeded(0, 40));
        List<GroupRun> told = told(seeded(0, 40));
        News newest = store.runs().since(GroupRuns.BEFORE_ALL, 3);
        assertEquals(told.subList(told.size() - 3, told.size()), newest.runs());
        assertEquals(all(store).newest(), newest.newest());
    }

    @Test
    default void whoever_has_seen_more_than_there_is_learns_that_the_store_went_back() {
        OutcomeStore store = emptyStore();
        KeptOutcome kept = store.kept(Outcomes.extreme());
        assertEquals(new News(kept.id(), List.of()), store.runs().since(kept.id() + 7, 1_000));
    }
}
