package ai.artenic.optimizer.domain.outcome;

import ai.artenic.optimizer.domain.intake.Bounds;
import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.intake.RawObject;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.workload.Workload;
import ai.artenic.optimizer.domain.workload.WorkloadReader;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.regex.Pattern;

/// Reads an outcome out of its fields, noting every mistake. The field names are those of the HTTP contract.
public final class OutcomeReader {
    /// Clocks of two machines differ by less.
    private static final Duration CLOCK_DIFFERENCE_MOST = Duration.ofMinutes(5);

    /// RFC 3339 has no earlier years, and Java writes some of them so that it cannot read them again.
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

    private static final Bounds HOURS = Bounds.between(0, 1e6);
    private static final Bounds MONEY = Bounds.between(0, 1e9);
    private static final Bounds POSITIVE_HOURS = Bounds.between(1e-9, 1e6);
    private static final Bounds POSITIVE_MONEY = Bounds.between(1e-9, 1e9);
    private static final Bounds METRIC = Bounds.between(-1e300, 1e300);
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Map<String, ?> raw;
    private final RawObject fields;
    private final Instant now;

    private OutcomeReader(Map<String, ?> raw, RawObject fields, Instant now) {
        this.raw = raw;
        this.fields = fields;
        this.now = now;
    }

    /// The outcome, or everything that is wrong with it.
    ///
    /// @param now nothing can have ended later than this
    public static Intake<Outcome> read(Map<String, ?> raw, Instant now) {
        RawObject fields = RawObject.root(raw);
        var reader = new OutcomeReader(raw, fields, now);
        Optional<String> jobId = reader.required("job_id", Outcome.LONGEST_JOB_ID);
        Optional<UUID> recommendation = reader.uuid("recommendation_id");
        Optional<Workload> workload = fields.object("workload").map(WorkloadReader::read);
        if (raw.get("recommendation_id") == null && raw.get("workload") == null) {
            fields.refuse("workload", "is required where there is no recommendation_id");
        }
        Optional<Run> run = reader.run();
        Ending ending = reader.ending();
        Interruptions interruptions = reader.interruptions();
        Optional<MetricChange> metric = reader.metric();
        Optional<Prediction> stated = reader.stated();
        Optional<Instant> completedAt = reader.completedAt();
        fields.refuseUnknownFields();
        return fields.conclude(() -> new Outcome(
                jobId.orElseThrow(),
                recommendation,
                workload,
                run.orElseThrow(),
                ending,
                interruptions,
                metric,
                stated,
                completedAt));
    }

    private Optional<String> required(String name, int longest) {
        Optional<String> text = fields.text(name);
        if (raw.get(name) == null) {
            fields.refuse(name, "is required");
        }
        if (text.map(String::length).orElse(0) > longest) {
            fields.refuse(name, "must have at most " + longest + " characters");
        }
        return text;
    }

    private Optional<UUID> uuid(String name) {
        Optional<String> text = fields.text(name);
        Optional<UUID> uuid = text.filter(id -> UUID_TEXT.matcher(id).matches()).map(UUID::fromString);
        if (text.isPresent() && uuid.isEmpty()) {
            fields.refuse(name, "must be a UUID such as 123e4567-e89b-12d3-a456-426614174000");
        }
        return uuid;
    }

    private Optional<Run> run() {
        Optional<String> provider = required("provider", 50);
        if (provider.isPresent() && !Provider.isKey(provider.get())) {
            fields.refuse("provider", "must consist of lower-case letters, digits, '_', '.' and '-'");
            provider = Optional.empty();
        }
        Optional<String> instanceType = required("instance_type", 100);
        Optional<String> region = fields.text("region");
        boolean isSpot = fields.flag("is_spot");
        var nodes = fields.optionalInteger("node_count", Bounds.between(1, 100_000));
        double hours = fields.number("actual_duration_hours", HOURS);
        double cost = fields.number("actual_cost_eur", MONEY);
        return provider.isEmpty() || instanceType.isEmpty()
                ? Optional.empty()
                : Optional.of(new Run(
                        new Provider(provider.get()), instanceType.get(), region, isSpot, nodes, hours, Eur.of(cost)));
    }

    private Ending ending() {
        boolean success = fields.flag("success");
        Optional<FailureKind> kind = fields.optionalChoice("failure_kind", FailureKind.class);
        if (success && kind.isPresent()) {
            fields.refuse("failure_kind", "must be absent where success is true");
        }
        return success ? new Ending.Succeeded() : new Ending.Failed(kind);
    }

    private Interruptions interruptions() {
        var interruptions = new Interruptions(
                fields.optionalFlag("preempted"),
                fields.optionalInteger("preemption_count", Bounds.between(0, 1_000_000)),
                fields.optionalFlag("checkpointing"));
        if (interruptions.preempted().equals(Optional.of(false))
                && interruptions.count().orElse(0) > 0) {
            fields.refuse("preemption_count", "must be 0 where preempted is false");
        }
        return interruptions;
    }

    private Optional<MetricChange> metric() {
        Optional<String> name = fields.text("primary_metric_name");
        OptionalDouble before = fields.optionalNumber("primary_metric_before", METRIC);
        OptionalDouble after = fields.optionalNumber("primary_metric_after", METRIC);
        if (name.isEmpty() && (before.isPresent() || after.isPresent())) {
            fields.refuse("primary_metric_name", "is required where the metric has a value");
        }
        return name.map(metric -> new MetricChange(metric, before, after));
    }

    private Optional<Prediction> stated() {
        OptionalDouble hours = fields.optionalNumber("predicted_duration_hours", POSITIVE_HOURS);
        OptionalDouble cost = fields.optionalNumber("predicted_cost_eur", POSITIVE_MONEY);
        if (hours.isPresent() != cost.isPresent()) {
            fields.refuse(
                    hours.isPresent() ? "predicted_cost_eur" : "predicted_duration_hours",
                    "is required where the other prediction is given");
        }
        return hours.isPresent() && cost.isPresent()
                ? Optional.of(new Prediction(hours.getAsDouble(), cost.getAsDouble()))
                : Optional.empty();
    }

    private Optional<Instant> instant(String name) {
        Optional<String> text = fields.text(name);
        try {
            return text.map(written -> OffsetDateTime.parse(written).toInstant().truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException _) {
            fields.refuse(name, "must be a time with its offset such as 2026-01-31T12:00:00Z");
            return Optional.empty();
        }
    }

    private Optional<Instant> completedAt() {
        Optional<Instant> at = instant("completed_at");
        if (at.isPresent() && at.get().isAfter(now.plus(CLOCK_DIFFERENCE_MOST))) {
            fields.refuse("completed_at", "must not lie in the future, was " + at.get());
        }
        if (at.isPresent() && at.get().isBefore(FIRST)) {
            fields.refuse("completed_at", "must not lie before the year 0000");
        }
        return at;
    }
}
