package ai.artenic.optimizer.application.port;

import java.time.Instant;
import java.util.UUID;

/// A place in the history: the recommendation of this moment and id.
public record HistoryPosition(Instant asOf, UUID id) {}
