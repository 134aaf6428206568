package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.domain.cost.history.Days;
import ai.artenic.optimizer.domain.cost.saving.Claims;
import ai.artenic.optimizer.domain.cost.saving.Move;
import ai.artenic.optimizer.domain.cost.saving.OpenCost;
import ai.artenic.optimizer.domain.cost.saving.Opportunity;
import ai.artenic.optimizer.domain.cost.saving.Savings;
import ai.artenic.optimizer.domain.cost.saving.Savings.Counts;
import ai.artenic.optimizer.domain.cost.saving.Verdict.Why;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What jobs saved and could have saved. `savings_eur` is `realised_eur` plus `open_eur`; each job is in
/// one count only, but for `jobs_followed_without_baseline`, which are part of `jobs_followed`. `others`
/// are the opportunities that are not listed; `reason` says why there is nothing, else it is null.
public record SavingsJson(
        Instant from,
        Instant to,
        BigDecimal actualCostEur,
        BigDecimal comparedCostEur,
        BigDecimal recommendedCostEur,
        BigDecimal savingsEur,
        BigDecimal realisedEur,
        BigDecimal openEur,
        long jobs,
        long jobsCompared,
        long jobsFollowed,
        long jobsFollowedWithoutBaseline,
        long jobsOpen,
        long jobsWithoutAlternative,
        long jobsFailed,
        NotComparableJson jobsNotComparable,
        List<OpportunityJson> opportunities,
        OpenCostJson others,
        @Nullable ClaimsJson calibration,
        @Nullable String reason)
        implements ListJson<SavingsJson.OpportunityJson> {
    @Override
    public Class<OpportunityJson> rowType() {
        return OpportunityJson.class;
    }

    @Override
    public List<OpportunityJson> rows() {
        return opportunities;
    }

    /// Jobs by why they cannot be compared: the recommendation is not kept; or there was none, and the prices of
    /// its time are not known, or do not have where it ran, or nothing that was to be had can carry it, or too many
    /// other workloads were ranked before it.
    public record NotComparableJson(
            long recommendationNotKept,
            long noPricesOfItsTime,
            long placeNotPriced,
            long nothingFits,
            long tooManyWorkloads) {}

    /// A kind of machine, in any region and number.
    public record SiteJson(String provider, String instanceType, boolean isSpot) {
        static SiteJson from(Move.Site site) {
            return new SiteJson(site.provider(), site.instanceType(), site.isSpot());
        }
    }

    /// Jobs that ran on `actual` and were expected to be cheaper on `alternative`; `job_ids` names those
    /// that would have saved most.
    public record OpportunityJson(
            String group,
            String workloadClass,
            SiteJson actual,
            SiteJson alternative,
            long jobs,
            List<String> jobIds,
            BigDecimal actualEur,
            EurRangeJson alternativeEur,
            EurRangeJson savingEur,
            String reason) {}

    /// Jobs that could have saved, added up.
    public record OpenCostJson(long jobs, BigDecimal actualEur, EurRangeJson alternativeEur, EurRangeJson savingEur) {}

    /// How claims held: what was to be saved by the two predictions of a recommendation, and what was by
    /// what the job cost; the cost over the one predicted; and the share of jobs within their predicted
    /// interval.
    public record ClaimsJson(
            long jobs,
            BigDecimal claimedEur,
            BigDecimal realisedEur,
            @Nullable Double medianActualOverPredicted,
            double withinIntervalRatio) {
        static ClaimsJson from(Claims claims) {
            return new ClaimsJson(
                    claims.jobs(),
                    Money.of(claims.claimedEur()),
                    Money.of(claims.realisedEur()),
                    claims.medianActualOverPredicted().isPresent()
                            ? claims.medianActualOverPredicted().getAsDouble()
                            : null,
                    claims.withinIntervalRatio());
        }
    }

    public static SavingsJson from(Savings savings, Days days) {
        Counts counts = savings.counts();
        return new SavingsJson(
                days.from().atStartOfDay().toInstant(ZoneOffset.UTC),
                days.to().atStartOfDay().toInstant(ZoneOffset.UTC),
                Money.of(savings.actualEur()),
                Money.of(savings.comparedEur()),
                Money.of(savings.recommendedEur()),
                Money.of(savings.savingsEur()),
                Money.of(savings.realisedEur()),
                Money.of(savings.openEur()),
                counts.all(),
                counts.compared(),
                counts.followed(),
                counts.followedWithoutBaseline(),
                counts.open(),
                counts.withoutAlternative(),
                counts.failed(),
                notComparable(counts),
                savings.opportunities().stream().map(SavingsJson::opportunity).toList(),
                open(savings.others()),
                savings.claims().map(ClaimsJson::from).orElse(null),
                reason(counts));
    }

    private static NotComparableJson notComparable(Counts counts) {
        return new NotComparableJson(
                counts.notComparable().getOrDefault(Why.RECOMMENDATION_NOT_KEPT, 0L),
                counts.notComparable().getOrDefault(Why.NO_PRICES_OF_ITS_TIME, 0L),
                counts.notComparable().getOrDefault(Why.PLACE_NOT_PRICED, 0L),
                counts.notComparable().getOrDefault(Why.NOTHING_FITS, 0L),
                counts.notComparable().getOrDefault(Why.TOO_MANY_WORKLOADS, 0L));
    }

    private static OpportunityJson opportunity(Opportunity one) {
        Move move = one.move();
        OpenCost cost = one.cost();
        return new OpportunityJson(
                move.name(),
                move.workload().text(),
                SiteJson.from(move.from()),
                SiteJson.from(move.to()),
                cost.jobs(),
                one.jobIds(),
                Money.of(cost.actual()),
                EurRangeJson.from(cost.alternative()),
                EurRangeJson.from(cost.saving()),
                words(move, cost));
    }

    private static String words(Move move, OpenCost cost) {
        return String.format(
                Locale.ROOT,
                "%d %s cost %.2f EUR on %s; the first choice, %s, was expected to cost %.2f EUR (%.2f to %.2f).",
                cost.jobs(),
                cost.jobs() == 1 ? "job" : "jobs",
                cost.actual(),
                move.from().name(),
                move.to().name(),
                cost.alternative().expected().amount(),
                cost.alternative().low().amount(),
                cost.alternative().high().amount());
    }

    private static OpenCostJson open(OpenCost cost) {
        return new OpenCostJson(
                cost.jobs(),
                Money.of(cost.actual()),
                EurRangeJson.from(cost.alternative()),
                EurRangeJson.from(cost.saving()));
    }

    private static @Nullable String reason(Counts counts) {
        if (counts.all() == 0) {
            return "No job that was reported ended in this period; POST /api/v1/optimizer/outcomes reports one.";
        }
        return counts.compared() == 0
                ? "None of the " + counts.all()
                        + " jobs can be compared: they failed, or nothing is known of what else "
                        + "was to be had when they were placed."
                : null;
    }
}
