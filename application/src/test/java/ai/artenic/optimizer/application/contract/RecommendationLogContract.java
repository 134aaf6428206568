package ai.artenic.optimizer.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ai.artenic.optimizer.application.port.HistoryPage;
import ai.artenic.optimizer.application.port.HistoryPosition;
import ai.artenic.optimizer.application.port.HistoryQuery;
import ai.artenic.optimizer.application.port.RecommendationLog;
import ai.artenic.optimizer.application.port.RecommendationLog.Kept;
import ai.artenic.optimizer.domain.ranking.Mode;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// What every recommendation log promises.
public interface RecommendationLogContract extends GivenAdviceContract {
    private static HistoryQuery everything(Optional<HistoryPosition> after, int limit) {
        return new HistoryQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), after, limit);
    }

    private static List<Recommendation> items(RecommendationLog log, HistoryQuery query) {
        return log.page(query).items();
    }

    @Test
    default void what_was_kept_is_found_again_in_every_detail() {
        RecommendationLog log = log();
        for (long seed = 0; seed < 40; seed++) {
            Recommendation recommendation = Recommendations.seeded(seed);
            assertEquals(new Kept.Stored(), log.keep(recommendation, Bases.PLAIN));
            assertEquals(Optional.of(recommendation), log.find(recommendation.id()), "seed " + seed);
        }
    }

    @Test
    default void figures_at_the_ends_of_their_ranges_come_back_as_they_were() {
        RecommendationLog log = log();
        Recommendation extreme = Recommendations.extreme();
        log.keep(extreme, Bases.PLAIN);
        assertEquals(Optional.of(extreme), log.find(extreme.id()));
    }

    @Test
    default void recommendations_for_no_job_are_never_in_each_others_way() {
        RecommendationLog log = log();
        for (long seed = 0; seed < 3; seed++) {
            assertEquals(new Kept.Stored(), log.keep(Recommendations.seeded(seed), Bases.PLAIN));
        }
        assertEquals(3, items(log, everything(Optional.empty(), 50)).size());
    }

    @Test
    default void what_was_never_kept_is_not_found() {
        assertEquals(Optional.empty(), log().find(new UUID(1, 2)));
    }

    @Test
    default void the_history_is_newest_first_and_equal_moments_are_ordered_by_id() {
        RecommendationLog log = log();
        Instant moment = Instant.parse("2026-11-05T00:00:00Z");
        var kept = new ArrayList<Recommendation>();
        for (long seed = 0; seed < 12; seed++) {
            kept.add(Recommendations.of(seed, Optional.empty(), moment.plusSeconds(seed / 4)));
            log.keep(kept.getLast(), Bases.PLAIN);
        }
        Comparator<Recommendation> order = Comparator.comparing(Recommendation::asOf)
                .thenComparing(recommendation -> recommendation.id().toString());
        assertEquals(kept.stream().sorted(order.reversed()).toList(), items(log, everything(Optional.empty(), 50)));
    }

    @Test
    default void pages_hold_everything_once_even_while_newer_ones_arrive() {
        RecommendationLog log = log();
        for (long seed = 0; seed < 25; seed++) {
            log.keep(Recommendations.seeded(seed), Bases.PLAIN);
        }
        var seen = new ArrayList<UUID>();
        Optional<HistoryPosition> after = Optional.empty();
        long newer = 100;
        do {
            HistoryPage page = log.page(everything(after, 4));
            page.items().forEach(item -> seen.add(item.id()));
            after = page.next();
            log.keep(Recommendations.seeded(newer++), Bases.PLAIN);
        } while (after.isPresent());
        assertEquals(25, seen.size());
        assertEquals(25, seen.stream().distinct().count());
    }

    @Test
    default void each_filter_keeps_what_it_names() {
        RecommendationLog log = log();
        var all = new ArrayList<Recommendation>();
        for (long seed = 0; seed < 20; seed++) {
            all.add(Recommendations.seeded(seed));
            log.keep(all.getLast(), Bases.PLAIN);
        }
        String provider = Recommendations.firstProvider(all.getFirst());
        Instant since = all.get(5).asOf();
        Instant until = all.get(15).asOf();
        var none = Optional.<HistoryPosition>empty();
        assertEquals(
                all.stream()
                        .filter(r -> Recommendations.firstProvider(r).equals(provider))
                        .count(),
                items(
                                log,
                                new HistoryQuery(
                                        Optional.of(provider),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        none,
                                        500))
                        .size());
        assertEquals(
                10,
                items(
                                log,
                                new HistoryQuery(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(since),
                                        Optional.of(until),
                                        none,
                                        500))
                        .size());
        assertEquals(
                0,
                items(
                                log,
                                new HistoryQuery(
                                        Optional.empty(),
                                        Optional.of(Mode.LTR),
                                        Optional.empty(),
                                        Optional.empty(),
                                        none,
                                        500))
                        .size());
    }

    @Test
    default void a_job_has_at_most_one_recommendation_and_the_first_stays() {
        RecommendationLog log = log();
        Instant moment = Instant.parse("2026-11-05T00:00:00Z");
        Recommendation first = Recommendations.of(1, Optional.of("job-1"), moment);
        assertEquals(new Kept.Stored(), log.keep(first, Bases.PLAIN));
        assertEquals(
                new Kept.JobTaken(first.id()),
                log.keep(Recommendations.of(2, Optional.of("job-1"), moment), Bases.PLAIN));
        assertEquals(
                Optional.empty(),
                log.find(Recommendations.of(2, Optional.of("job-1"), moment).id()));
        assertEquals(new Kept.Stored(), log.keep(Recommendations.of(3, Optional.of("job-2"), moment), Bases.PLAIN));
    }

    @Test
    default void of_many_at_once_for_one_job_exactly_one_is_kept() throws Exception {
        RecommendationLog log = log();
        Instant moment = Instant.parse("2026-11-05T00:00:00Z");
        var attempts = new ArrayList<Callable<Kept>>();
        for (long seed = 0; seed < 16; seed++) {
            Recommendation recommendation = Recommendations.of(seed, Optional.of("contested"), moment);
            attempts.add(() -> log.keep(recommendation, Bases.PLAIN));
        }
        var answers = new ArrayList<Kept>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (var answer : threads.invokeAll(attempts)) {
                answers.add(answer.get());
            }
        }
        assertEquals(1, answers.stream().filter(Kept.Stored.class::isInstance).count());
        UUID kept = items(log, everything(Optional.empty(), 50)).getFirst().id();
        answers.stream()
                .filter(Kept.JobTaken.class::isInstance)
                .forEach(taken -> assertEquals(new Kept.JobTaken(kept), taken));
    }

    @Test
    default void text_that_looks_like_sql_is_text() {
        RecommendationLog log = log();
        String hostile = "'; drop table x; --";
        Recommendation recommendation =
                Recommendations.of(4, Optional.of(hostile), Instant.parse("2026-11-05T00:00:00Z"));
        assertInstanceOf(Kept.Stored.class, log.keep(recommendation, Bases.PLAIN));
        assertEquals(Optional.of(recommendation), log.find(recommendation.id()));
        var query = new HistoryQuery(
                Optional.of(hostile), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 5);
        assertEquals(List.of(), items(log, query));
    }
}
