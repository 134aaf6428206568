package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.domain.cost.anomaly.Anomalies;
import ai.artenic.optimizer.domain.cost.anomaly.Anomaly;
import ai.artenic.optimizer.domain.cost.anomaly.Anomaly.Cause;
import ai.artenic.optimizer.domain.cost.anomaly.SpentJob;
import ai.artenic.optimizer.domain.cost.history.Days;
import ai.artenic.optimizer.domain.quantity.Eur;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Jobs of a period that cost more than jobs like them, the dearest first; `reason` says why there are none, else it is
/// null. `anomaly_count` counts those too that are not listed.
public record AnomaliesJson(
        Instant from,
        Instant to,
        double minImpactEur,
        long judgedJobs,
        long notJudgedJobs,
        long anomalyCount,
        List<AnomalyJson> anomalies,
        List<AnomalyJson> failedOrPreempted,
        @Nullable String reason)
        implements ListJson<AnomaliesJson.AnomalyJson> {

    /// `normal_cost_eur` is what it would have cost like the others, of which there are `alike_jobs`; `score` is the
    /// modified z-score, null where these are too few for one.
    public record AnomalyJson(
            String jobId,
            UUID queryId,
            String provider,
            String instanceType,
            @Nullable String region,
            boolean isSpot,
            boolean success,
            boolean preempted,
            Instant endedAt,
            BigDecimal costEur,
            BigDecimal normalCostEur,
            BigDecimal impactEur,
            double costRatio,
            @Nullable Double score,
            int alikeJobs,
            List<CauseJson> causes) {}

    /// What made it dearer, by its part of the impact.
    public record CauseJson(Anomaly.Kind cause, BigDecimal eur) {}

    @Override
    public Class<AnomalyJson> rowType() {
        return AnomalyJson.class;
    }

    @Override
    public List<AnomalyJson> rows() {
        return Stream.concat(anomalies.stream(), failedOrPreempted.stream()).toList();
    }

    public static AnomaliesJson from(Anomalies found, Days days, double minImpactEur) {
        return new AnomaliesJson(
                days.from().atStartOfDay().toInstant(ZoneOffset.UTC),
                days.to().atStartOfDay().toInstant(ZoneOffset.UTC),
                minImpactEur,
                found.judged(),
                found.notJudged(),
                found.found(),
                found.undisturbed().stream().map(AnomaliesJson::anomaly).toList(),
                found.disturbed().stream().map(AnomaliesJson::anomaly).toList(),
                reason(found));
    }

    private static @Nullable String reason(Anomalies found) {
        if (found.found() > 0) {
            return null;
        }
        return found.judged() > 0
                ? "None of the " + found.judged() + " jobs cost much more than jobs like it."
                : "No job of this period can be held against anything: none was reported, or nothing was predicted.";
    }

    private static AnomalyJson anomaly(Anomaly anomaly) {
        SpentJob job = anomaly.job();
        return new AnomalyJson(
                job.jobId(),
                job.group().value(),
                job.run().provider().key(),
                job.run().instanceType(),
                job.run().region().orElse(null),
                job.run().isSpot(),
                job.succeeded(),
                job.wasPreempted(),
                job.at(),
                Money.of(job.run().cost()),
                eur(anomaly.normalEur()),
                eur(anomaly.impactEur()),
                job.run().cost().amount().doubleValue() / anomaly.normalEur(),
                anomaly.score().isPresent() ? anomaly.score().getAsDouble() : null,
                anomaly.alike(),
                anomaly.causes().stream().map(AnomaliesJson::cause).toList());
    }

    private static CauseJson cause(Cause cause) {
        return new CauseJson(cause.kind(), eur(cause.eur()));
    }

    private static BigDecimal eur(double amount) {
        return Money.of(Eur.of(amount));
    }
}
