package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.domain.outcome.AssessedOutcome;
import ai.artenic.optimizer.domain.outcome.Ending;
import ai.artenic.optimizer.domain.outcome.FailureKind;
import ai.artenic.optimizer.domain.outcome.Interruptions;
import ai.artenic.optimizer.domain.outcome.KeptOutcome;
import ai.artenic.optimizer.domain.outcome.MetricChange;
import ai.artenic.optimizer.domain.outcome.Outcome;
import ai.artenic.optimizer.domain.outcome.Prediction;
import ai.artenic.optimizer.domain.outcome.RelevanceLabel;
import ai.artenic.optimizer.domain.outcome.Run;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of a training job, and how good the choice of its instance was. The predicted figures are those it was
/// judged by; `relevance_label` is null where there were none. `relative_cost_ratio` is the cost over that of the
/// workload on its reference machine. `notes` tell what was out of the ordinary.
public record OutcomeJson(
        long outcomeId,
        String jobId,
        @Nullable UUID recommendationId,
        Instant recordedAt,
        String provider,
        String instanceType,
        @Nullable String region,
        boolean isSpot,
        @Nullable Integer nodeCount,
        double actualDurationHours,
        BigDecimal actualCostEur,
        boolean success,
        @Nullable FailureKind failureKind,
        @Nullable Boolean preempted,
        @Nullable Integer preemptionCount,
        @Nullable Boolean checkpointing,
        @Nullable String primaryMetricName,
        @Nullable Double primaryMetricBefore,
        @Nullable Double primaryMetricAfter,
        @Nullable Double predictedDurationHours,
        @Nullable Double predictedCostEur,
        @Nullable Instant completedAt,
        @Nullable Integer relevanceLabel,
        int regretLabel,
        @Nullable Double relativeCostRatio,
        List<String> notes) {

    public static OutcomeJson from(KeptOutcome kept) {
        AssessedOutcome assessed = kept.assessed();
        Outcome outcome = assessed.outcome();
        Run run = outcome.run();
        Interruptions interruptions = outcome.interruptions();
        Optional<MetricChange> metric = outcome.metric();
        return new OutcomeJson(
                kept.id(),
                outcome.jobId(),
                outcome.recommendationId().orElse(null),
                kept.recordedAt(),
                run.provider().key(),
                run.instanceType(),
                run.region().orElse(null),
                run.isSpot(),
                run.nodeCount().isPresent() ? run.nodeCount().getAsInt() : null,
                run.hours(),
                Money.of(run.cost()),
                outcome.succeeded(),
                outcome.ending() instanceof Ending.Failed(var why) ? why.orElse(null) : null,
                interruptions.preempted().orElse(null),
                interruptions.count().isPresent() ? interruptions.count().getAsInt() : null,
                interruptions.checkpointing().orElse(null),
                metric.map(MetricChange::name).orElse(null),
                number(metric.map(MetricChange::before)),
                number(metric.map(MetricChange::after)),
                assessed.prediction().map(Prediction::hours).orElse(null),
                assessed.prediction().map(Prediction::costEur).orElse(null),
                outcome.completedAt().orElse(null),
                assessed.label().map(RelevanceLabel::value).orElse(null),
                kept.regretLabel().value(),
                number(Optional.of(assessed.relativeCost())),
                assessed.notes());
    }

    private static @Nullable Double number(Optional<OptionalDouble> number) {
        return number.isPresent() && number.get().isPresent() ? number.get().getAsDouble() : null;
    }
}
