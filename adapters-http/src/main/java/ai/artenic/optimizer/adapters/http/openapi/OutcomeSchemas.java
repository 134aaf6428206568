package ai.artenic.optimizer.adapters.http.openapi;

import ai.artenic.optimizer.domain.outcome.FailureKind;
import ai.artenic.optimizer.domain.outcome.Outcome;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// Schemas of what is read about outcomes.
final class OutcomeSchemas {
    static final String OUTCOME = "OutcomeReport";
    private static final double HOURS_MOST = 1e6;
    private static final double EUR_MOST = 1e9;
    private static final double METRIC_MOST = 1e300;
    private static final double POSITIVE = 1e-9;

    private OutcomeSchemas() {}

    static Map<String, ObjectNode> all() {
        return Map.of(OUTCOME, outcome());
    }

    static ObjectNode example() {
        ObjectNode example = FieldSchemas.NODES.objectNode().put("job_id", "fine-tune-0815");
        example.set("workload", RequestSchemas.workloadExample());
        return example.put("provider", "aws")
                .put("instance_type", "p4d.24xlarge")
                .put("region", "eu-west-1")
                .put("is_spot", false)
                .put("actual_duration_hours", 6.5)
                .put("actual_cost_eur", 188.5)
                .put("success", true);
    }

    private static ObjectNode outcome() {
        FieldSchemas fields = new FieldSchemas("What became of a training job. A job has one outcome: the same again"
                        + " changes nothing, another is refused.")
                .text("job_id", Outcome.LONGEST_JOB_ID, "your own id of the job")
                .text("recommendation_id", 36, "the recommendation that was followed, a UUID")
                .object("workload", RequestSchemas.WORKLOAD, "what was trained; required without recommendation_id")
                .text("provider", 50, "key of the provider, such as aws")
                .text("instance_type", 100, "the provider's own name of the instance type")
                .text("region", 200, "the provider's own name of the region")
                .flag("is_spot", "whether it ran on interruptible nodes")
                .integer("node_count", 1, 100_000, "nodes it ran on")
                .number("actual_duration_hours", 0, HOURS_MOST, "hours from start to end")
                .number("actual_cost_eur", 0, EUR_MOST, "EUR of the whole job")
                .flag("success", "whether it ran to its end")
                .require("job_id", "provider", "instance_type", "is_spot", "actual_duration_hours")
                .require("actual_cost_eur", "success");
        return details(fields).schema();
    }

    private static FieldSchemas details(FieldSchemas fields) {
        return fields.flag("preempted", "whether the provider took nodes back")
                .integer("preemption_count", 0, 1_000_000, "how often; must be 0 where preempted is false")
                .flag("checkpointing", "whether the job could resume")
                .choice("failure_kind", FailureKind.class, "why it failed; not where success is true")
                .text("primary_metric_name", 200, "name of the metric it was trained for")
                .number("primary_metric_before", -METRIC_MOST, METRIC_MOST, "its value before")
                .number("primary_metric_after", -METRIC_MOST, METRIC_MOST, "its value after")
                .number("predicted_duration_hours", POSITIVE, HOURS_MOST, "your own prediction; with the cost or not")
                .number("predicted_cost_eur", POSITIVE, EUR_MOST, "your own prediction; with the hours or not")
                .text("completed_at", 200, "when it ended, RFC 3339; not in the future");
    }
}
