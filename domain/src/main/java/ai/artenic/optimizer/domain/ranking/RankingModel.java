package ai.artenic.optimizer.domain.ranking;

/// A trained ranking model as it serves. Safe for use by many threads at once.
public interface RankingModel {
    /// The features it was trained on.
    FeatureSchema schema();

    /// Scores rows of features: within one request the higher is the better; between requests scores say nothing.
    ///
    /// @param rows row after row, each in the order of the schema; NaN is missing
    /// @param count number of rows
    /// @param scores takes the score of each row, at least `count` long
    /// @throws IllegalArgumentException if an array is shorter than `count` rows need
    void score(double[] rows, int count, double[] scores);

    /// What each feature adds to the score of one row, in the order of the schema, and last the score of a row of
    /// which nothing is known (TreeSHAP, Lundberg et al. 2020). They add up to the score.
    double[] contributions(double[] row);

    /// What the splits on each feature gained in training, in the order of the schema; 0 for one that is not used.
    double[] gains();
}
