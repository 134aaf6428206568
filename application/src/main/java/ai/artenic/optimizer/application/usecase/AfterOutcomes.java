package ai.artenic.optimizer.application.usecase;

/// Decides, once outcomes were kept, whether the ranker is to learn from them now.
@FunctionalInterface
public interface AfterOutcomes {
    /// Never trains.
    AfterOutcomes NOTHING = () -> Retraining.NOT_DUE;

    /// What comes of it; asking twice schedules once.
    Retraining decide();

    /// Whether a training was called for.
    enum Retraining {
        NOT_DUE,
        SCHEDULED
    }
}
