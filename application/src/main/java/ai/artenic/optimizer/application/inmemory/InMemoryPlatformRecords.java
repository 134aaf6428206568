package ai.artenic.optimizer.application.inmemory;

import ai.artenic.optimizer.application.port.PlatformRecords;
import ai.artenic.optimizer.domain.platform.PlatformJob;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Jobs of a platform that is none.
public final class InMemoryPlatformRecords implements PlatformRecords {
    private final NavigableMap<String, PlatformJob> byId = new TreeMap<>();

    public InMemoryPlatformRecords(List<PlatformJob> jobs) {
        jobs.forEach(job -> byId.put(job.id(), job));
    }

    @Override
    public List<PlatformJob> jobs(Optional<String> after, int most) {
        return after.map(id -> byId.tailMap(id, false)).orElse(byId).values().stream()
                .limit(most)
                .toList();
    }
}
