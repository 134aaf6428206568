package ai.artenic.optimizer.adapters.http.openapi;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// Schemas of what is read about trainings.
final class RetrainSchemas {
    static final String RETRAIN = "RetrainRequest";

    private RetrainSchemas() {}

    static Map<String, ObjectNode> all() {
        return Map.of(
                RETRAIN,
                new FieldSchemas("A wish for a training of the ranking model.")
                        .flag("force", "whether few new samples are no reason not to train")
                        .otherwise("force", false)
                        .schema());
    }

    static ObjectNode example() {
        return FieldSchemas.NODES.objectNode().put("force", true);
    }
}
