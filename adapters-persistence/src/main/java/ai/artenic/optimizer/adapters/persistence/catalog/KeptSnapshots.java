package ai.artenic.optimizer.adapters.persistence.catalog;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The ids of snapshots this process has seen in the database, so that it need not ask for each recommendation.
///
/// A database may lose what it had (a stand-by that was behind takes over, a backup is restored): whoever finds a
/// snapshot missing has it forgotten here, and it is kept again the next time.
public final class KeptSnapshots {
    private final Set<String> ids = ConcurrentHashMap.newKeySet();

    boolean contains(String id) {
        return ids.contains(id);
    }

    void add(String id) {
        ids.add(id);
    }

    public void forget(String id) {
        ids.remove(id);
    }
}
