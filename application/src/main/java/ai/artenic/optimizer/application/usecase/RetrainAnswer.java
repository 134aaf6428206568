package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.domain.learning.RetrainRun;

/// What came of asking for a training.
public sealed interface RetrainAnswer {
    /// It waits for a trainer.
    record Queued(RetrainRun run) implements RetrainAnswer {}

    /// Another training is not over.
    record InProgress(RetrainRun run) implements RetrainAnswer {}

    /// There is too little to learn from.
    record TooFewSamples(long samples, int least) implements RetrainAnswer {}

    /// There is too little new; who insists gets a training all the same.
    record TooFewNewSamples(long samplesSinceTraining, int least) implements RetrainAnswer {}
}
