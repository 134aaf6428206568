package ai.artenic.optimizer.adapters.http.openapi;

import ai.artenic.optimizer.domain.ranking.Goal;
import ai.artenic.optimizer.domain.ranking.Mode;
import ai.artenic.optimizer.domain.ranking.RecommendRequest;
import tools.jackson.databind.node.ObjectNode;

/// Schema of what is read about comparisons.
final class CompareSchemas {
    static final String COMPARE = "CompareRequest";

    private CompareSchemas() {}

    static ObjectNode example() {
        ObjectNode example = FieldSchemas.NODES.objectNode();
        example.set("workload", RequestSchemas.workloadExample());
        return example.put("risk", true).put("top_n", 3);
    }

    static ObjectNode compare() {
        String unused = "read as in a question for recommendations, and without effect here";
        return new FieldSchemas("A question to the Cost Analyzer; only the workload must be given.")
                .requireObject("workload", RequestSchemas.WORKLOAD)
                .object("constraints", RequestSchemas.CONSTRAINTS, "what to rule out")
                .flag("risk", "whether the probability of an interruption is a third axis of the frontier")
                .otherwise("risk", false)
                .integer(
                        "top_n",
                        1,
                        RecommendRequest.MOST_TOP_N,
                        "how many dominated candidates to list besides the best of each provider")
                .otherwise("top_n", RecommendRequest.DEFAULT_TOP_N)
                .choice("goal", Goal.class, unused)
                .choice("mode", Mode.class, unused)
                .text("job_id", 36, unused)
                .flag("persist", unused)
                .schema();
    }
}
