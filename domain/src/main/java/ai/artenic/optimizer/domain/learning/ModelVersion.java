package ai.artenic.optimizer.domain.learning;

/// A trained model with all that is known about it. Never changed once kept.
public record ModelVersion(ModelCard card, SavedModel model) {}
