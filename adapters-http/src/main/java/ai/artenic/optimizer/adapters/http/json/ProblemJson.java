package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.domain.intake.Violation;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What went wrong (RFC 9457). `type` is stable, `instance` is the correlation id of the request; the members after it
/// are there only where they mean something.
public record ProblemJson(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @JsonInclude(Include.NON_NULL) @Nullable List<ErrorJson> errors,
        @JsonInclude(Include.NON_NULL) @Nullable UUID existingRecommendationId,
        @JsonInclude(Include.NON_NULL) @Nullable OutcomeJson existingOutcome,
        @JsonInclude(Include.NON_NULL) @Nullable UUID runId,
        @JsonInclude(Include.NON_NULL) @Nullable String catalogSnapshotId,
        @JsonInclude(Include.NON_NULL) @Nullable Integer totalConsidered,
        @JsonInclude(Include.NON_NULL) @Nullable List<RejectionJson> rejected,
        @JsonInclude(Include.NON_NULL) @Nullable List<NearMissJson> nearestMisses) {

    /// One thing wrong with an input: where (an RFC 6901 JSON Pointer into the body, or `/query/…`, `/path/…`), and
    /// what.
    public record ErrorJson(String pointer, String message) {
        public static List<ErrorJson> from(List<Violation> violations) {
            return violations.stream()
                    .map(violation -> new ErrorJson(violation.pointer(), violation.message()))
                    .toList();
        }
    }
}
