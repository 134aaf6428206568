package ai.artenic.optimizer.domain.cost.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.cost.history.MetricMoves.Moves;
import ai.artenic.optimizer.domain.cost.history.SpendingSummary.Bucket;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpendingSummaryTest {
    private static final LocalDate LATER = LocalDate.of(2030, 1, 1);

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Spend spend(BigDecimal eur) {
        return new Spend(eur, 1, BigDecimal.ONE, 0, BigDecimal.ZERO);
    }

    private static SpendingQuestion question(String from, String to, Period period, Grouping grouping) {
        return new SpendingQuestion(new Days(day(from), day(to)), period, grouping, Optional.empty());
    }

    private static SpendingSummary summary(SpendingQuestion question, List<SpendRow> rows, LocalDate today) {
        return SpendingSummary.of(question, rows, List.of(), today);
    }

    private static List<SpendRow> seeded(long seed) {
        var random = new SplittableRandom(seed);
        var rows = new ArrayList<SpendRow>();
        for (int i = 0; i < 500; i++) {
            rows.add(new SpendRow(
                    day("2024-12-20").plusDays(random.nextInt(100)),
                    new SpendGroup("p" + random.nextInt(9), "t" + random.nextInt(9)),
                    spend(BigDecimal.valueOf(random.nextLong(1_000_000_000), 6))));
        }
        return rows;
    }

    @ParameterizedTest
    @EnumSource(Period.class)
    void whatever_the_period_and_the_groups_the_buckets_add_up_to_the_total_exactly(Period period) {
        for (Grouping grouping : Grouping.values()) {
            var summary = summary(question("2024-12-20", "2025-03-30", period, grouping), seeded(3), LATER);
            Spend sum = summary.buckets().stream().map(Bucket::spend).reduce(Spend.NONE, Spend::plus);
            assertEquals(summary.total(), sum);
            assertEquals(seeded(3).stream().map(SpendRow::spend).reduce(Spend.NONE, Spend::plus), summary.total());
        }
    }

    @Test
    void weeks_begin_on_monday_over_the_turn_of_the_year_and_months_on_their_first() {
        var weeks = summary(question("2024-12-31", "2025-01-14", Period.WEEK, Grouping.NONE), List.of(), LATER);
        assertEquals(
                List.of(day("2024-12-30"), day("2025-01-06"), day("2025-01-13")),
                weeks.buckets().stream().map(Bucket::start).toList());
        var months = summary(question("2024-01-31", "2024-03-02", Period.MONTH, Grouping.NONE), List.of(), LATER);
        assertEquals(
                List.of(day("2024-01-01"), day("2024-02-01"), day("2024-03-01")),
                months.buckets().stream().map(Bucket::start).toList());
    }

    @Test
    void the_trend_is_the_slope_of_the_line_and_leaves_out_the_day_that_is_not_over() {
        var rows = new ArrayList<SpendRow>();
        for (int i = 0; i < 10; i++) {
            rows.add(new SpendRow(
                    day("2026-03-01").plusDays(i), SpendGroup.ALL, spend(BigDecimal.valueOf(100 + 7L * i))));
        }
        rows.add(new SpendRow(day("2026-03-11"), SpendGroup.ALL, spend(BigDecimal.ONE)));
        Trend trend = summary(question("2026-03-01", "2026-03-20", Period.DAY, Grouping.NONE), rows, day("2026-03-11"))
                .trend();
        assertEquals(7, trend.eurPerDay().orElseThrow(), 1e-9);
        assertEquals(7 / 156.0, trend.changeRatio().orElseThrow(), 1e-12);
    }

    @Test
    void of_one_day_or_none_or_after_nothing_there_is_no_trend() {
        Trend one = summary(question("2026-03-01", "2026-03-02", Period.DAY, Grouping.NONE), List.of(), LATER)
                .trend();
        assertEquals(new Trend(OptionalDouble.empty(), OptionalDouble.empty()), one);
        Trend future = summary(
                        question("2026-03-01", "2026-03-09", Period.DAY, Grouping.NONE), List.of(), day("2026-01-01"))
                .trend();
        assertEquals(one, future);
        var rows = List.of(new SpendRow(day("2026-03-02"), SpendGroup.ALL, spend(BigDecimal.TEN)));
        assertEquals(
                OptionalDouble.empty(),
                summary(question("2026-03-01", "2026-03-03", Period.DAY, Grouping.NONE), rows, LATER)
                        .trend()
                        .changeRatio());
    }

    @ParameterizedTest
    @CsvSource({
        "loss,true",
        "val_loss,true",
        "Validation Loss,true",
        "eval/perplexity,true",
        "rmse,true",
        "accuracy,false",
        "f1,false",
        "glossary_score,false",
        "bleu,false"
    })
    void whether_less_of_a_metric_is_better_is_told_by_the_words_of_its_name(String metric, boolean isLowerBetter) {
        var fall = MetricMoves.of(metric, BigDecimal.valueOf(-2), BigDecimal.TEN);
        Efficiency efficiency = Efficiency.of(fall);
        assertEquals(isLowerBetter, efficiency.isLowerBetter());
        assertEquals(isLowerBetter ? OptionalDouble.of(5) : OptionalDouble.empty(), efficiency.eurPerImprovement());
        assertEquals(
                isLowerBetter ? Moves.NONE : new Moves(BigDecimal.ZERO, BigDecimal.TEN, 1), efficiency.notImproved());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-02T00:00:00Z", "2026-03-01T00:00:00.000000001Z", "2026-03-01T23:59:59Z"})
    void a_period_ends_with_the_last_day_that_has_something_before_its_end(String to) {
        assertEquals(day("2026-03-02"), Days.end(Optional.of(Instant.parse(to)), Instant.EPOCH));
    }

    @Test
    void without_ends_the_days_are_today_and_those_before_it() {
        LocalDate end = Days.end(Optional.empty(), Instant.parse("2026-03-31T12:00:00Z"));
        assertEquals(day("2026-04-01"), end);
        assertEquals(day("2026-03-02"), Days.first(Optional.empty(), end));
    }

    @Test
    void ten_years_are_not_too_long_and_a_thousand_pieces_not_too_many() {
        assertEquals(Optional.empty(), Days.fault(day("2016-02-29"), day("2026-02-28")));
        assertTrue(Days.fault(day("2016-02-29"), day("2026-03-02")).isPresent());
        var days = new Days(day("2020-01-01"), day("2020-01-01").plusDays(1000));
        assertEquals(Optional.empty(), SpendingQuestion.fault(days, Period.DAY));
        var more = new Days(days.from(), days.to().plusDays(1));
        assertTrue(SpendingQuestion.fault(more, Period.DAY).isPresent());
        assertFalse(SpendingQuestion.fault(more, Period.WEEK).isPresent());
    }
}
