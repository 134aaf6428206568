package ai.artenic.optimizer.adapters.http.openapi;

import ai.artenic.optimizer.domain.ranking.RecommendRequest;
import ai.artenic.optimizer.domain.sweep.PruningKind;
import ai.artenic.optimizer.domain.sweep.Sweep;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// Schemas of what is read about sweeps.
final class SweepSchemas {
    static final String SWEEP = "SweepRequest";
    private static final String PRUNING = "Pruning";

    private SweepSchemas() {}

    static Map<String, ObjectNode> all() {
        return Map.of(SWEEP, sweep(), PRUNING, pruning());
    }

    static ObjectNode example() {
        ObjectNode example = FieldSchemas.NODES.objectNode();
        example.set("workload", RequestSchemas.workloadExample().put("num_epochs", 27));
        example.put("trials", 40).put("max_parallel", 8);
        example.putObject("pruning")
                .put("kind", "successive_halving")
                .put("reduction_factor", 3)
                .put("min_epochs", 1);
        example.putObject("constraints").put("max_cost_eur", 20_000);
        return example.put("top_n", 3);
    }

    private static ObjectNode sweep() {
        return new FieldSchemas("Many trials of one workload; the workload is one trial in full. In the constraints,"
                        + " cost and hours are of the whole sweep, the price per hour of all machines at once.")
                .requireObject("workload", RequestSchemas.WORKLOAD)
                .integer("trials", 1, Sweep.MOST_TRIALS, "how many trials")
                .require("trials")
                .integer("max_parallel", 1, Integer.MAX_VALUE, "most trials that may run at once")
                .otherwise("max_parallel", Sweep.DEFAULT_MAX_PARALLEL)
                .object("pruning", PRUNING, "when trials are stopped early; absent is never")
                .object("constraints", RequestSchemas.CONSTRAINTS, "what to rule out, and limits of the whole sweep")
                .integer("top_n", 1, RecommendRequest.MOST_TOP_N, "how many plans to answer with")
                .otherwise("top_n", RecommendRequest.DEFAULT_TOP_N)
                .schema();
    }

    private static ObjectNode pruning() {
        return new FieldSchemas("When trials are stopped before their last epoch.")
                .choice("kind", PruningKind.class, "none, the median of earlier trials, or successive halving")
                .require("kind")
                .integer(
                        "reduction_factor",
                        2,
                        Integer.MAX_VALUE,
                        "successive_halving only: of so many trials one goes on; absent is 3")
                .integer(
                        "min_epochs",
                        1,
                        Integer.MAX_VALUE,
                        "epochs every trial runs, not with none; at most num_epochs; absent is 1")
                .schema();
    }
}
