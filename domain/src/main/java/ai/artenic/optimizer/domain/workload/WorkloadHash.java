package ai.artenic.optimizer.domain.workload;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of the canonical workload, as 64 lower-case hex digits: equal workloads, and only they, have equal hashes.
public record WorkloadHash(String hex) {
    /// The hash of the workload's fields in their documented order.
    public static WorkloadHash of(Workload workload) {
        return new WorkloadHash(
                HexFormat.of().formatHex(sha256(WorkloadFields.of(workload).toString())));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
