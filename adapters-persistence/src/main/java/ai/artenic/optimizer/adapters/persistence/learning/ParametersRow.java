package ai.artenic.optimizer.adapters.persistence.learning;

import ai.artenic.optimizer.domain.learning.TrainingParameters;

/// How a model was trained, part of its card.
record ParametersRow(
        int leaves,
        int rowsInLeafLeast,
        double learningRate,
        int rounds,
        double lambdaL2,
        double featureFraction,
        int truncation,
        long seed) {
    static ParametersRow of(TrainingParameters parameters) {
        return new ParametersRow(
                parameters.leaves(),
                parameters.rowsInLeafLeast(),
                parameters.learningRate(),
                parameters.rounds(),
                parameters.lambdaL2(),
                parameters.featureFraction(),
                parameters.truncation(),
                parameters.seed());
    }

    TrainingParameters toDomain() {
        return new TrainingParameters(
                leaves, rowsInLeafLeast, learningRate, rounds, lambdaL2, featureFraction, truncation, seed);
    }
}
