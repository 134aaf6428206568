package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.application.usecase.SpotAnswer.Advised;
import ai.artenic.optimizer.domain.intake.Terms;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.quantity.Interval;
import ai.artenic.optimizer.domain.spot.ProviderRate;
import ai.artenic.optimizer.domain.spot.SpotAdvice;
import ai.artenic.optimizer.domain.spot.SpotPlan;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Whether a job should run on spot nodes; `recommend` is null where too little is known. `first_order_spot_cost_eur`
/// is the spot price of the job plus the expected preemptions times what one loses.
public record SpotJson(
        @Nullable Boolean recommend,
        String reason,
        String provider,
        String instanceType,
        String region,
        BigDecimal onDemandPricePerHourEur,
        BigDecimal spotPricePerHourEur,
        double savingsRatio,
        RangeJson hazardPerHour,
        EvidenceJson evidence,
        InterruptedJson pPreemptedDuringJob,
        double onDemandCostEur,
        double expectedSpotCostEur,
        double firstOrderSpotCostEur,
        @Nullable Double checkpointIntervalMinutes,
        @Nullable Double breakEvenHazardPerHour,
        @Nullable PlanJson plan,
        Instant asOf,
        String catalogSnapshotId)
        implements ListJson<SpotJson> {
    @Override
    public Class<SpotJson> rowType() {
        return SpotJson.class;
    }

    @Override
    public List<SpotJson> rows() {
        return List.of(this);
    }

    private static final double PER_HOUR = 60;
    private static final double MICROS = 1e6;

    /// What own jobs saw in the wider and narrower pools together, and what the provider says.
    public record EvidenceJson(
            double preemptions,
            double exposureHours,
            @Nullable RateJson providerRate) {}

    /// A provider's own figure, a range of shares; `value` is its middle.
    public record RateJson(double value, double low, double high, String unit, String source) {}

    /// Of at least one interruption in this job.
    public record InterruptedJson(
            double expected, @JsonProperty("upper90") double upper90) {}

    /// How to keep to the limit: spot nodes while there are any; on demand where steady progress is not kept otherwise,
    /// and for good once the slack is used up.
    public record PlanJson(
            boolean feasible,
            double maxHours,
            double requiredProgressPerHour,
            double slackHours,
            double leastCostEur,
            double greatestCostEur) {}

    public static SpotJson from(Advised answer) {
        SpotAdvice advice = answer.advice();
        Offer offer = answer.offer();
        return new SpotJson(
                switch (advice.verdict()) {
                    case YES -> true;
                    case NO -> false;
                    case INSUFFICIENT_EVIDENCE -> null;
                },
                advice.reason(),
                offer.id().provider().key(),
                offer.id().instanceType(),
                offer.id().region(),
                Money.of(offer.onDemand()),
                Money.of(offer.spot().orElseThrow()),
                advice.savingsRatio(),
                range(advice.hazard()),
                new EvidenceJson(
                        advice.evidence().preemptions(),
                        advice.evidence().exposureHours(),
                        advice.rate().map(SpotJson::rate).orElse(null)),
                new InterruptedJson(
                        advice.interrupted().expected(), advice.interrupted().upper90()),
                eur(advice.cost().onDemand()),
                eur(advice.cost().expectedSpot()),
                eur(advice.cost().firstOrderSpot()),
                minutes(advice.checkpointIntervalHours()),
                orNull(advice.breakEvenHazard()),
                advice.plan().map(SpotJson::plan).orElse(null),
                answer.asOf(),
                answer.catalogSnapshotId());
    }

    private static RangeJson range(Interval<Double> interval) {
        return RangeJson.from(interval, Double::doubleValue);
    }

    private static RateJson rate(ProviderRate rate) {
        return new RateJson(rate.middle(), rate.low(), rate.high(), Terms.wire(rate.unit()), rate.source());
    }

    private static PlanJson plan(SpotPlan plan) {
        return new PlanJson(
                plan.isFeasible(),
                plan.deadlineHours(),
                plan.requiredProgress(),
                plan.slackHours(),
                eur(plan.leastCost()),
                eur(plan.greatestCost()));
    }

    private static double eur(double amount) {
        return Math.rint(amount * MICROS) / MICROS;
    }

    private static @Nullable Double minutes(OptionalDouble hours) {
        return hours.isPresent() ? hours.getAsDouble() * PER_HOUR : null;
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
