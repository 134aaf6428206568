package ai.artenic.optimizer.domain.platform;

import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.intake.Violation;
import ai.artenic.optimizer.domain.outcome.Outcome;
import ai.artenic.optimizer.domain.outcome.OutcomeReader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The outcome of a job of the platform, in our terms.
public final class PlatformOutcome {
    /// Where a job names no primary metric, the first of these that it measured.
    private static final List<String> USUAL_METRICS = List.of("accuracy", "f1", "loss", "rmse", "mae");

    private final PlatformJob job;
    private final PlatformEnding ending;
    private final Map<String, Object> fields = new LinkedHashMap<>();

    private PlatformOutcome(PlatformJob job) {
        this.job = job;
        this.ending = PlatformEnding.of(job);
    }

    /// The outcome, or what it lacks, named by job and field; empty while the job is not over.
    ///
    /// @param now nothing can have ended later than this
    public static Optional<Intake<Outcome>> of(PlatformJob job, Instant now) {
        if (!PlatformEnding.isOver(job)) {
            return Optional.empty();
        }
        Intake<Outcome> read = OutcomeReader.read(new PlatformOutcome(job).fields(), now);
        return Optional.of(
                switch (read) {
                    case Intake.Accepted<Outcome> accepted -> accepted;
                    case Intake.Refused<Outcome>(var violations) ->
                        new Intake.Refused<>(violations.stream()
                                .map(each -> new Violation(job.id() + each.pointer(), each.message()))
                                .toList());
                });
    }

    private Map<String, Object> fields() {
        fields.put("job_id", job.id());
        fields.put("workload", PlatformWorkload.of(job));
        put("provider", text("provider"));
        put("instance_type", text("instance_type"));
        put("region", text("region"));
        fields.put("is_spot", PlatformEnding.isSpot(job));
        put("actual_duration_hours", ending.hours());
        put("actual_cost_eur", cost());
        fields.put("success", ending.succeeded());
        put("failure_kind", ending.failureKind());
        interruptions();
        metric();
        prediction();
        put(
                "completed_at",
                Column.moment(job.job(), "completed_at")
                        .or(() -> Column.moment(job.outcome(), "created_at"))
                        .map(Instant::toString));
        return fields;
    }

    /// Of a job without a bill, the price of its hours.
    private Optional<Double> cost() {
        return Column.number(job.outcome(), "actual_cost_eur")
                .or(() -> Column.number(job.job(), "cost_actual_eur"))
                .or(() -> Column.number(job.job(), "cost_per_hour_eur")
                        .flatMap(price -> ending.hours().map(hours -> hours * price)));
    }

    private void interruptions() {
        Optional<Double> count = Column.number(job.job(), "preemption_count").filter(some -> some > 0);
        put("preemption_count", count);
        if (!job.job().isEmpty()) {
            fields.put("preempted", ending.preempted() || count.isPresent());
        }
    }

    private void metric() {
        Map<String, Object> measured = Column.object(job.job(), "metrics");
        Optional<String> usual = USUAL_METRICS.stream()
                .filter(name -> Column.number(measured, name).isPresent())
                .findFirst();
        Optional<String> name = text("primary_metric_name").or(() -> usual);
        put("primary_metric_name", name);
        if (name.isPresent()) {
            put("primary_metric_before", Column.number(job.job(), "primary_metric_before"));
            put(
                    "primary_metric_after",
                    Column.number(job.outcome(), "primary_metric_value")
                            .or(() -> Column.number(job.job(), "primary_metric_after"))
                            .or(() -> Column.number(measured, name.get())));
        }
    }

    private void prediction() {
        boolean followed = Column.text(job.recommendation(), "recommended_provider")
                        .equals(text("provider"))
                && Column.text(job.recommendation(), "recommended_instance").equals(text("instance_type"));
        Map<String, Object> recommendation = followed ? job.recommendation() : Map.of();
        Optional<Double> hours = Column.number(job.outcome(), "predicted_duration_hours")
                .or(() -> Column.number(job.job(), "duration_predicted_hours"))
                .or(() -> Column.number(recommendation, "estimated_duration_hours"))
                .filter(predicted -> predicted > 0);
        Optional<Double> cost = Column.number(job.outcome(), "predicted_cost_eur")
                .or(() -> Column.number(job.job(), "cost_predicted_eur"))
                .or(() -> Column.number(recommendation, "estimated_cost_eur"))
                .filter(predicted -> predicted > 0);
        if (hours.isPresent() && cost.isPresent()) {
            put("predicted_duration_hours", hours);
            put("predicted_cost_eur", cost);
        }
    }

    private Optional<String> text(String column) {
        return Column.text(job.outcome(), column).or(() -> Column.text(job.job(), column));
    }

    private void put(String name, Optional<?> value) {
        value.ifPresent(present -> fields.put(name, present));
    }
}
