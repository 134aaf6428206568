package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.ModelRegistry;
import ai.artenic.optimizer.application.port.Promotions;
import ai.artenic.optimizer.application.port.RetrainRuns;
import ai.artenic.optimizer.application.port.SampleStore;

/// Where learning keeps what it needs and makes.
public record LearningStores(SampleStore samples, ModelRegistry models, Promotions promotions, RetrainRuns runs) {}
