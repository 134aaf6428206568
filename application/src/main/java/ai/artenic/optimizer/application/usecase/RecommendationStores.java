package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.RecommendationLog;
import ai.artenic.optimizer.application.port.SnapshotStore;

/// Where recommendations are kept, and the catalogue snapshots they were made from.
public record RecommendationStores(RecommendationLog log, SnapshotStore snapshots) {}
