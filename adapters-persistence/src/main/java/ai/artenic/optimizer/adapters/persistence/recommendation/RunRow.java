package ai.artenic.optimizer.adapters.persistence.recommendation;

import ai.artenic.optimizer.domain.outcome.Run;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Where a job ran, as the variables of a search through the column `alternatives`; null where it is not known.
@JsonInclude(JsonInclude.Include.ALWAYS)
record RunRow(
        String provider,
        String instanceType,
        @Nullable String region,
        boolean isSpot,
        @Nullable Integer nodeCount) {
    static RunRow of(Run run) {
        return new RunRow(
                run.provider().key(),
                run.instanceType(),
                run.region().orElse(null),
                run.isSpot(),
                run.nodeCount().isPresent() ? run.nodeCount().getAsInt() : null);
    }
}
