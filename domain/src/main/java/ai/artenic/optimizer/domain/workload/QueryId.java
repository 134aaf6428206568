package ai.artenic.optimizer.domain.workload;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Names a query group: workloads of one signature share it. A name-based UUID (RFC 9562, version 3) of the signature.
public record QueryId(UUID value) {
    public static QueryId of(Workload workload) {
        return new QueryId(
                UUID.nameUUIDFromBytes(WorkloadSignature.of(workload).text().getBytes(StandardCharsets.UTF_8)));
    }
}
