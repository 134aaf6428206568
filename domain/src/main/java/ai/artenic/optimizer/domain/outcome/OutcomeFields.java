package ai.artenic.optimizer.domain.outcome;

import ai.artenic.optimizer.domain.intake.Terms;
import ai.artenic.optimizer.domain.workload.Workload;
import ai.artenic.optimizer.domain.workload.WorkloadFields;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// An outcome as its fields, by the names and in the order of the HTTP contract; what is not known is left out.
public final class OutcomeFields {
    private OutcomeFields() {}

    /// The fields, from which [OutcomeReader] makes the same outcome.
    public static SequencedMap<String, Object> of(Outcome outcome) {
        return of(outcome, outcome.workload());
    }

    /// The fields but the workload.
    public static SequencedMap<String, Object> besidesWorkload(Outcome outcome) {
        return of(outcome, Optional.empty());
    }

    private static SequencedMap<String, Object> of(Outcome outcome, Optional<Workload> stated) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("job_id", outcome.jobId());
        outcome.recommendationId().ifPresent(id -> fields.put("recommendation_id", id.toString()));
        stated.ifPresent(workload -> fields.put("workload", WorkloadFields.of(workload)));
        Run run = outcome.run();
        fields.put("provider", run.provider().key());
        fields.put("instance_type", run.instanceType());
        run.region().ifPresent(region -> fields.put("region", region));
        fields.put("is_spot", run.isSpot());
        run.nodeCount().ifPresent(nodes -> fields.put("node_count", nodes));
        fields.put("actual_duration_hours", run.hours());
        fields.put("actual_cost_eur", run.cost().amount());
        fields.put("success", outcome.succeeded());
        Interruptions interruptions = outcome.interruptions();
        interruptions.preempted().ifPresent(preempted -> fields.put("preempted", preempted));
        interruptions.count().ifPresent(count -> fields.put("preemption_count", count));
        interruptions.checkpointing().ifPresent(checkpointing -> fields.put("checkpointing", checkpointing));
        if (outcome.ending() instanceof Ending.Failed(var kind)) {
            kind.ifPresent(why -> fields.put("failure_kind", Terms.wire(why)));
        }
        outcome.metric().ifPresent(metric -> {
            fields.put("primary_metric_name", metric.name());
            metric.before().ifPresent(before -> fields.put("primary_metric_before", before));
            metric.after().ifPresent(after -> fields.put("primary_metric_after", after));
        });
        outcome.stated().ifPresent(prediction -> {
            fields.put("predicted_duration_hours", prediction.hours());
            fields.put("predicted_cost_eur", prediction.costEur());
        });
        outcome.completedAt().ifPresent(at -> fields.put("completed_at", at.toString()));
        return fields;
    }

    /// SHA-256 of the fields, as 64 hexadecimal digits: two reports of one job say the same if their hashes are
    /// equal.
    public static String hash(Outcome outcome) {
        try {
            byte[] text = told(of(outcome)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Every value after its length, so that none can be written to look like two.
    private static String told(Object value) {
        if (value instanceof Map<?, ?> object) {
            return object.entrySet().stream()
                    .map(field -> field.getKey() + "=" + told(field.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        String text = value.toString();
        return text.length() + ":" + text;
    }
}
