package ai.artenic.optimizer.adapters.http;

import ai.artenic.optimizer.application.inmemory.InMemoryOutcomeLog;
import ai.artenic.optimizer.application.port.CalibrationLog;
import ai.artenic.optimizer.application.port.OutcomeLog;
import ai.artenic.optimizer.application.port.OutcomePage;
import ai.artenic.optimizer.application.port.OutcomeQuery;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import ai.artenic.optimizer.domain.outcome.AssessedOutcome;
import ai.artenic.optimizer.domain.outcome.KeptOutcome;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// Outcomes in memory; the store can be taken away after so many writes.
final class TestOutcomes implements OutcomeLog {
    final InMemoryOutcomeLog kept;
    volatile int writesBeforeAway = Integer.MAX_VALUE;
    private final AtomicInteger writes = new AtomicInteger();

    TestOutcomes(CalibrationLog calibrations, InstantSource clock) {
        kept = new InMemoryOutcomeLog(calibrations, clock);
    }

    @Override
    public List<Kept> keep(List<AssessedOutcome> outcomes) {
        if (writes.incrementAndGet() > writesBeforeAway) {
            throw new StoreUnavailableException("connection refused", new IOException("connection refused"));
        }
        return kept.keep(outcomes);
    }

    @Override
    public Optional<KeptOutcome> find(String jobId) {
        return kept.find(jobId);
    }

    @Override
    public Map<UUID, KeptOutcome> following(List<UUID> recommendations) {
        return kept.following(recommendations);
    }

    @Override
    public OutcomePage page(OutcomeQuery query) {
        return kept.page(query);
    }
}
