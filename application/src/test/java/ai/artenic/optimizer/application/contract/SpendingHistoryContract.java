package ai.artenic.optimizer.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.port.OutcomeLog;
import ai.artenic.optimizer.application.port.OutcomeLog.Kept;
import ai.artenic.optimizer.application.port.SpendingHistory;
import ai.artenic.optimizer.domain.cost.history.Days;
import ai.artenic.optimizer.domain.cost.history.Grouping;
import ai.artenic.optimizer.domain.cost.history.MetricMoves;
import ai.artenic.optimizer.domain.cost.history.Spend;
import ai.artenic.optimizer.domain.cost.history.SpendGroup;
import ai.artenic.optimizer.domain.cost.history.SpendRow;
import ai.artenic.optimizer.domain.cost.history.SpentAt;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.outcome.AssessedOutcome;
import ai.artenic.optimizer.domain.outcome.KeptOutcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What every history of spending promises of the outcomes its store keeps.
public interface SpendingHistoryContract {
    /// Days that have everything that was ever kept.
    Days EVER = new Days(LocalDate.EPOCH, LocalDate.of(2999, 1, 1));

    /// A log without outcomes, and the history of what it keeps.
    record Spending(OutcomeLog log, SpendingHistory history) {
        public KeptOutcome keep(AssessedOutcome outcome) {
            return log.keep(List.of(outcome)).getFirst().outcome();
        }

        public Spend all() {
            return sum(history.daily(EVER, Grouping.NONE, Optional.empty()));
        }

        static Spend sum(List<SpendRow> rows) {
            return rows.stream().map(SpendRow::spend).reduce(Spend.NONE, Spend::plus);
        }
    }

    Spending emptySpending();

    private static List<AssessedOutcome> seeded(long from, long to) {
        return LongStream.range(from, to).mapToObj(Outcomes::seeded).toList();
    }

    @Test
    default void of_an_empty_log_there_is_no_spending() {
        Spending empty = emptySpending();
        assertEquals(List.of(), empty.history().daily(EVER, Grouping.PROVIDER, Optional.empty()));
        assertEquals(List.of(), empty.history().metrics(EVER, Optional.empty()));
    }

    @Test
    default void a_job_counts_on_the_utc_day_on_which_it_ended() {
        Spending spending = emptySpending();
        spending.keep(Costs.of("late", "aws", 7, true, Instant.parse("2026-03-01T23:59:59.999999Z")));
        spending.keep(Costs.of("early", "aws", 5, false, Instant.parse("2026-03-02T00:00:00Z")));
        LocalDate first = LocalDate.of(2026, 3, 1);
        assertEquals(
                List.of(
                        new SpendRow(first, SpendGroup.ALL, Costs.spend("7", 1, "2", 0, "0")),
                        new SpendRow(first.plusDays(1), SpendGroup.ALL, Costs.spend("5", 1, "2", 1, "5"))),
                spending.history().daily(EVER, Grouping.NONE, Optional.empty()));
        assertEquals(
                Costs.spend("7", 1, "2", 0, "0"),
                Spending.sum(
                        spending.history().daily(new Days(first, first.plusDays(1)), Grouping.NONE, Optional.empty())));
    }

    @Test
    default void a_job_that_does_not_tell_when_it_ended_or_says_it_was_before_1970_counts_when_it_was_recorded() {
        Spending spending = emptySpending();
        for (String ended : List.of("1969-12-31T23:59:59Z", "-0001-01-01T00:00:00Z", "0000-06-01T00:00:00Z")) {
            KeptOutcome kept = spending.keep(Costs.of(ended, "aws", 1, true, Instant.parse(ended)));
            assertEquals(kept.recordedAt(), SpentAt.of(kept));
        }
        KeptOutcome silent = spending.keep(Costs.moving("silent", "loss", 2, 1, 1, true));
        LocalDate day = Days.of(silent.recordedAt());
        var around = new Days(day.minusDays(1), day.plusDays(1));
        assertEquals(
                4,
                Spending.sum(spending.history().daily(around, Grouping.NONE, Optional.empty()))
                        .jobs());
    }

    @Test
    default void the_same_again_and_something_else_of_the_same_job_are_not_counted() {
        Spending spending = emptySpending();
        Instant at = Instant.parse("2026-03-01T12:00:00Z");
        AssessedOutcome first = Costs.of("job", "aws", 7, true, at);
        AssessedOutcome other = Costs.of("job", "gcp", 9, false, at.plusSeconds(86_400));
        spending.log().keep(List.of(first, other, first));
        assertTrue(spending.log().keep(List.of(other)).getFirst() instanceof Kept.Conflicting);
        spending.keep(first);
        assertEquals(Costs.spend("7", 1, "2", 0, "0"), spending.all());
    }

    @Test
    default void groups_are_of_one_provider_and_add_up_to_the_whole_exactly() {
        Spending spending = emptySpending();
        Instant at = Instant.parse("2026-03-01T12:00:00Z");
        spending.keep(Costs.of("a", "aws", 0.1, true, at));
        spending.keep(Costs.of("b", "aws", 0.2, true, at));
        spending.keep(Costs.of("c", "gcp", 0.000001, false, at));
        spending.log().keep(seeded(0, 60));
        assertEquals(
                Costs.spend("0.3", 2, "4", 0, "0"),
                spending
                        .history()
                        .daily(new Days(Days.of(at), Days.of(at).plusDays(1)), Grouping.INSTANCE_TYPE, Optional.empty())
                        .stream()
                        .filter(row -> row.group().equals(new SpendGroup("aws", "machine")))
                        .map(SpendRow::spend)
                        .findFirst()
                        .orElseThrow());
        for (Grouping grouping : Grouping.values()) {
            List<SpendRow> rows = spending.history().daily(EVER, grouping, Optional.empty());
            assertEquals(spending.all(), Spending.sum(rows));
            var order = new ArrayList<>(rows);
            order.sort((a, b) -> a.day().equals(b.day())
                    ? a.group().compareTo(b.group())
                    : a.day().compareTo(b.day()));
            assertEquals(order, rows);
            assertEquals(
                    spending.all(),
                    List.of("aws", "gcp", "vastai").stream()
                            .map(key -> Spending.sum(
                                    spending.history().daily(EVER, grouping, Optional.of(new Provider(key)))))
                            .reduce(Spend.NONE, Spend::plus));
        }
        assertEquals(List.of(), spending.history().daily(EVER, Grouping.NONE, Optional.of(new Provider("nobody"))));
    }

    @Test
    default void a_job_that_tells_no_region_is_of_the_unknown_one() {
        Spending spending = emptySpending();
        spending.keep(Costs.of("a", "aws", 1, true, Instant.parse("2026-03-01T12:00:00Z")));
        assertEquals(
                new SpendGroup("aws", SpendGroup.UNKNOWN_REGION),
                spending.history()
                        .daily(EVER, Grouping.REGION, Optional.empty())
                        .getFirst()
                        .group());
    }

    @Test
    default void metrics_count_for_jobs_that_succeeded_and_tell_before_and_after() {
        Spending spending = emptySpending();
        spending.keep(Costs.moving("up", "accuracy", 0.1, 0.3, 5, true));
        spending.keep(Costs.moving("down", "accuracy", 0.5, 0.25, 3, true));
        spending.keep(Costs.moving("still", "accuracy", 0.5, 0.5, 2, true));
        spending.keep(Costs.moving("failed", "accuracy", 0.1, 0.9, 50, false));
        spending.keep(Costs.moving("loss", "loss", 1e300, 4.9e-324, 4, true));
        List<MetricMoves> moves = spending.history().metrics(EVER, Optional.empty());
        assertEquals(
                new MetricMoves(
                        "accuracy",
                        new MetricMoves.Moves(new BigDecimal("0.2"), new BigDecimal("5"), 1),
                        new MetricMoves.Moves(new BigDecimal("0.25"), new BigDecimal("3"), 1),
                        new MetricMoves.Moves(BigDecimal.ZERO, new BigDecimal("2"), 1)),
                moves.getFirst());
        assertEquals(1e300, moves.getLast().falls().change().doubleValue());
        assertEquals(moves, spending.history().metrics(EVER, Optional.of(new Provider("aws"))));
        assertEquals(List.of(), spending.history().metrics(EVER, Optional.of(new Provider("gcp"))));
    }

    @Test
    default void sums_are_those_of_every_outcome_whatever_the_order_the_lists_and_the_repetitions() {
        Spending spending = emptySpending();
        var random = new SplittableRandom(7);
        var queue = new ArrayList<>(seeded(0, 150));
        queue.addAll(seeded(0, 150));
        queue.add(Outcomes.extreme());
        for (int i = queue.size() - 1; i > 0; i--) {
            queue.set(i, queue.set(random.nextInt(i + 1), queue.get(i)));
        }
        while (!queue.isEmpty()) {
            List<AssessedOutcome> list = queue.subList(0, Math.min(queue.size(), 1 + random.nextInt(20)));
            spending.log().keep(List.copyOf(list));
            list.clear();
        }
        var kept = new ArrayList<>(seeded(0, 150));
        kept.add(Outcomes.extreme());
        assertEquals(kept.stream().map(Costs::spend).reduce(Spend.NONE, Spend::plus), spending.all());
        Costs.assertAlike(spending.history(), spending.log());
    }
}
