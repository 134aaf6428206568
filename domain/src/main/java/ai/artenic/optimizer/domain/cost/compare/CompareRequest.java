package ai.artenic.optimizer.domain.cost.compare;

import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.intake.RawObject;
import ai.artenic.optimizer.domain.intake.Violation;
import ai.artenic.optimizer.domain.ranking.Constraints;
import ai.artenic.optimizer.domain.ranking.RecommendRequest;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A question to the Cost Analyzer: what would this workload cost, within these constraints, at each
/// provider?
///
/// @param risk whether the probability of an interruption is a third axis beside cost and hours
/// @param listed how many dominated candidates to name besides the best of each provider, 1 to 100
public record CompareRequest(Workload workload, Constraints constraints, boolean risk, int listed) {
    private static final String RISK = "risk";

    /// Reads a request out of its fields: the request, or everything that is wrong with it. The fields are
    /// those of a [RecommendRequest], of which `goal`, `mode`, `job_id` and `persist` change nothing, and
    /// `risk`.
    public static Intake<CompareRequest> read(Map<String, ?> raw) {
        RawObject fields = RawObject.root(raw);
        boolean risk = fields.flag(RISK, false);
        var shared = new LinkedHashMap<String, Object>(raw);
        shared.remove(RISK);
        Intake<RecommendRequest> question = RecommendRequest.read(shared);
        var violations = new ArrayList<Violation>(violations(question));
        violations.addAll(violations(fields.conclude(() -> risk)));
        return question instanceof Intake.Accepted<RecommendRequest>(RecommendRequest asked) && violations.isEmpty()
                ? new Intake.Accepted<>(new CompareRequest(asked.workload(), asked.constraints(), risk, asked.topN()))
                : new Intake.Refused<>(violations);
    }

    private static List<Violation> violations(Intake<?> intake) {
        return switch (intake) {
            case Intake.Accepted<?> _ -> List.of();
            case Intake.Refused<?>(var violations) -> violations;
        };
    }
}
