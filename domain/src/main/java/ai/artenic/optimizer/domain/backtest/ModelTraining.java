package ai.artenic.optimizer.domain.backtest;

import ai.artenic.optimizer.domain.learning.TrainingSet;
import ai.artenic.optimizer.domain.ranking.RankingModel;
import java.util.Optional;

/// Trains the models of a backtest.
@FunctionalInterface
public interface ModelTraining {
    /// A model of the set; empty where none could be trained.
    Optional<RankingModel> train(TrainingSet set);
}
