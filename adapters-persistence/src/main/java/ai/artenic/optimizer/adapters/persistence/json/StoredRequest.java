package ai.artenic.optimizer.adapters.persistence.json;

import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.intake.RawObject;
import ai.artenic.optimizer.domain.ranking.Constraints;
import ai.artenic.optimizer.domain.ranking.Goal;
import ai.artenic.optimizer.domain.ranking.Mode;
import ai.artenic.optimizer.domain.ranking.RecommendRequest;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.Map;
import java.util.Optional;

/// What was asked for besides the workload.
public record StoredRequest(Map<String, Object> constraints, Goal goal, Mode mode, int topN) {
    static StoredRequest of(RecommendRequest request) {
        return new StoredRequest(request.constraints().fields(), request.goal(), request.mode(), request.topN());
    }

    /// The request as it was asked.
    public RecommendRequest toDomain(Workload workload, Optional<String> jobId) {
        RawObject fields = RawObject.root(constraints);
        Constraints read = Constraints.read(fields);
        if (fields.conclude(() -> read) instanceof Intake.Refused<Constraints>(var violations)) {
            throw new IllegalStateException("stored constraints are not readable: " + violations);
        }
        return new RecommendRequest(workload, read, goal, mode, topN, jobId, true);
    }
}
