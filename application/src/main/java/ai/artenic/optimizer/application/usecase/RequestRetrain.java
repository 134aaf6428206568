package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.RetrainRuns;
import ai.artenic.optimizer.domain.learning.RetrainRun;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;

/// Queues a training that a person asked for. It is worked at elsewhere.
public final class RequestRetrain {
    private final LearningStores stores;
    private final LearningSettings settings;
    private final InstantSource clock;
    private final Supplier<UUID> ids;

    /// @param ids gives each run its id
    public RequestRetrain(LearningStores stores, LearningSettings settings, InstantSource clock, Supplier<UUID> ids) {
        this.stores = stores;
        this.settings = settings;
        this.clock = clock;
        this.ids = ids;
    }

    /// @param isForced whether little new is no reason not to; too few samples in all always is
    public RetrainAnswer request(boolean isForced) {
        LearningState state = LearningState.of(stores);
        if (!state.hasEnough(settings)) {
            return new RetrainAnswer.TooFewSamples(state.counts().samples(), settings.samplesLeast());
        }
        if (!isForced && !state.isWorthTraining(settings)) {
            return new RetrainAnswer.TooFewNewSamples(state.samplesSinceTraining(), settings.retrainAfter());
        }
        var run = RetrainRun.queued(ids.get(), isForced, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return switch (stores.runs().queue(run)) {
            case RetrainRuns.Queued.Accepted(var queued) -> new RetrainAnswer.Queued(queued);
            case RetrainRuns.Queued.InProgress(var other) -> new RetrainAnswer.InProgress(other);
        };
    }
}
