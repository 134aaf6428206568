package ai.artenic.optimizer.domain.cost.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Spending over time, summed up. Sums are exact: the buckets add up to the total.
///
/// @param buckets by period, then by group; every group that spent something has one in every period
/// @param efficiency by metric
public record SpendingSummary(
        SpendingQuestion question, List<Bucket> buckets, Spend total, Trend trend, List<Efficiency> efficiency) {
    /// Groups beyond these, the ones that cost least, are told as [SpendGroup#OTHERS].
    public static final int GROUPS_MOST = 50;

    /// What a group spent within a period, as far as that lies within the days that were asked for.
    ///
    /// @param start first day of the period
    public record Bucket(LocalDate start, SpendGroup group, Spend spend) {}

    private record Cell(LocalDate start, SpendGroup group) {}

    /// @param rows of the question's days, provider and grouping
    /// @param metrics of the question's days and provider
    /// @param today the trend looks at days before it: it is not over
    public static SpendingSummary of(
            SpendingQuestion question, List<SpendRow> rows, List<MetricMoves> metrics, LocalDate today) {
        Set<SpendGroup> shown = shown(rows, question.grouping());
        Map<Cell, Spend> sums = new HashMap<>();
        Map<LocalDate, BigDecimal> daily = new HashMap<>();
        Spend total = Spend.NONE;
        for (SpendRow row : rows) {
            SpendGroup group = shown.contains(row.group())
                    ? row.group()
                    : question.grouping() == Grouping.NONE ? SpendGroup.ALL : SpendGroup.OTHERS;
            sums.merge(new Cell(question.period().start(row.day()), group), row.spend(), Spend::plus);
            daily.merge(row.day(), row.spend().costEur(), BigDecimal::add);
            total = total.plus(row.spend());
        }
        List<Bucket> buckets = new ArrayList<>();
        for (LocalDate start : question.starts()) {
            for (SpendGroup group : shown) {
                buckets.add(new Bucket(start, group, sums.getOrDefault(new Cell(start, group), Spend.NONE)));
            }
        }
        return new SpendingSummary(
                question,
                List.copyOf(buckets),
                total,
                trend(question, daily, today),
                metrics.stream().map(Efficiency::of).toList());
    }

    /// In their order; all jobs where nothing was spent.
    private static Set<SpendGroup> shown(List<SpendRow> rows, Grouping grouping) {
        Map<SpendGroup, BigDecimal> costs = new HashMap<>();
        if (grouping != Grouping.NONE) {
            rows.forEach(row -> costs.merge(row.group(), row.spend().costEur(), BigDecimal::add));
        }
        var shown = new TreeSet<SpendGroup>();
        costs.entrySet().stream()
                .sorted(Map.Entry.<SpendGroup, BigDecimal>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(GROUPS_MOST)
                .forEach(entry -> shown.add(entry.getKey()));
        if (shown.isEmpty()) {
            shown.add(SpendGroup.ALL);
        } else if (shown.size() < costs.size()) {
            shown.add(SpendGroup.OTHERS);
        }
        return shown;
    }

    private static Trend trend(SpendingQuestion question, Map<LocalDate, BigDecimal> daily, LocalDate today) {
        Days days = question.days();
        LocalDate end = days.to().isAfter(today) ? today : days.to();
        List<BigDecimal> whole = new ArrayList<>();
        for (LocalDate start : question.starts()) {
            LocalDate next = question.period().next(start);
            if (!start.isBefore(days.from()) && !next.isAfter(end)) {
                whole.add(each(daily, start, next).stream().reduce(BigDecimal.ZERO, BigDecimal::add));
            }
        }
        return Trend.of(each(daily, days.from(), end), whole);
    }

    private static List<BigDecimal> each(Map<LocalDate, BigDecimal> daily, LocalDate from, LocalDate to) {
        return from.isBefore(to)
                ? from.datesUntil(to)
                        .map(day -> daily.getOrDefault(day, BigDecimal.ZERO))
                        .toList()
                : List.of();
    }
}
