package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.domain.ranking.NearMiss;
import ai.artenic.optimizer.domain.ranking.RejectionReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A rejected candidate that came closest to being admitted, and what it lacks.
public record NearMissJson(
        RejectionReason reason,
        String provider,
        String instanceType,
        String region,
        @Nullable String zone,
        boolean isSpot,
        int nodeCount,
        String detail) {
    public static List<NearMissJson> from(List<NearMiss> misses) {
        return misses.stream().map(NearMissJson::from).toList();
    }

    private static NearMissJson from(NearMiss miss) {
        return new NearMissJson(
                miss.reason(),
                miss.offer().provider().key(),
                miss.offer().instanceType(),
                miss.offer().region(),
                miss.offer().zone().orElse(null),
                miss.isSpot(),
                miss.nodeCount(),
                miss.detail());
    }
}
