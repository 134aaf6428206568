package ai.artenic.optimizer.domain.learning;

/// What a model's splits on one feature gained in training.
public record FeatureGain(String feature, double gain) {}
