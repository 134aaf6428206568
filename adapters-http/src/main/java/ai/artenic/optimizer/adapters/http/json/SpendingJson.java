package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.domain.cost.history.Efficiency;
import ai.artenic.optimizer.domain.cost.history.Grouping;
import ai.artenic.optimizer.domain.cost.history.Period;
import ai.artenic.optimizer.domain.cost.history.Spend;
import ai.artenic.optimizer.domain.cost.history.SpendGroup;
import ai.artenic.optimizer.domain.cost.history.SpendingSummary;
import ai.artenic.optimizer.domain.cost.history.SpendingSummary.Bucket;
import ai.artenic.optimizer.domain.cost.history.Trend;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Spending summed up over periods of whole days; `reason` says why there is nothing to sum up, else it is null.
public record SpendingJson(
        Instant from,
        Instant to,
        String timeZone,
        Period period,
        Grouping groupBy,
        @Nullable String provider,
        List<BucketJson> buckets,
        BigDecimal totalCostEur,
        long totalJobs,
        double totalHours,
        long totalFailedJobs,
        BigDecimal totalWastedCostEur,
        TrendJson trend,
        List<EfficiencyJson> efficiency,
        @Nullable String reason)
        implements ListJson<SpendingJson.BucketJson> {

    /// A group within a period; `group` and `provider` are null where nothing is told apart.
    public record BucketJson(
            Instant start,
            @Nullable String group,
            @Nullable String provider,
            BigDecimal costEur,
            long jobs,
            double hours,
            long failedJobs,
            BigDecimal wastedCostEur) {}

    /// `eur_per_day`: by how much the spending of a day rises from one to the next, least squares over the days that
    /// are over. `change_ratio`: from the last whole period but one to the last.
    public record TrendJson(
            @Nullable Double eurPerDay, @Nullable Double changeRatio, String method) {}

    /// Of one metric: the sum of improvements, what the improving jobs cost, and what those cost that did not improve.
    public record EfficiencyJson(
            String metric,
            @Nullable Double eurPerImprovement,
            boolean lowerIsBetter,
            double improvement,
            BigDecimal costEur,
            long jobs,
            BigDecimal notImprovedCostEur,
            long notImprovedJobs) {}

    @Override
    public Class<BucketJson> rowType() {
        return BucketJson.class;
    }

    @Override
    public List<BucketJson> rows() {
        return buckets;
    }

    public static SpendingJson from(SpendingSummary summary) {
        var question = summary.question();
        Spend total = summary.total();
        return new SpendingJson(
                start(question.days().from()),
                start(question.days().to()),
                "UTC",
                question.period(),
                question.grouping(),
                question.provider().map(provider -> provider.key()).orElse(null),
                summary.buckets().stream().map(SpendingJson::bucket).toList(),
                Money.of(total.costEur()),
                total.jobs(),
                total.hours().doubleValue(),
                total.failedJobs(),
                Money.of(total.wastedEur()),
                trend(summary.trend()),
                summary.efficiency().stream().map(SpendingJson::efficiency).toList(),
                total.jobs() > 0
                        ? null
                        : "No job that was reported ended in this period; POST /api/v1/optimizer/outcomes reports one.");
    }

    private static BucketJson bucket(Bucket bucket) {
        SpendGroup group = bucket.group();
        Spend spend = bucket.spend();
        return new BucketJson(
                start(bucket.start()),
                group.equals(SpendGroup.ALL) ? null : group.name().isEmpty() ? group.provider() : group.name(),
                group.provider().isEmpty() ? null : group.provider(),
                Money.of(spend.costEur()),
                spend.jobs(),
                spend.hours().doubleValue(),
                spend.failedJobs(),
                Money.of(spend.wastedEur()));
    }

    private static TrendJson trend(Trend trend) {
        return new TrendJson(orNull(trend.eurPerDay()), orNull(trend.changeRatio()), "least_squares");
    }

    private static EfficiencyJson efficiency(Efficiency one) {
        return new EfficiencyJson(
                one.metric(),
                orNull(one.eurPerImprovement()),
                one.isLowerBetter(),
                one.improved().change().doubleValue(),
                Money.of(one.improved().costEur()),
                one.improved().jobs(),
                Money.of(one.notImproved().costEur()),
                one.notImproved().jobs());
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
