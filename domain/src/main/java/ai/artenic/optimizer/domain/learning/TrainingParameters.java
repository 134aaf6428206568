package ai.artenic.optimizer.domain.learning;

/// How a LambdaMART model is trained.
///
/// @param leaves most leaves of a tree, 2 to 64
/// @param rowsInLeafLeast fewest rows of a leaf
/// @param learningRate in (0, 1]
/// @param rounds number of trees
/// @param lambdaL2 L2 regularisation of leaf values, >= 0
/// @param featureFraction share of the features each tree may use, in (0, 1]
/// @param truncation ranks to which the loss looks, >= 1
/// @param seed of everything that is drawn
public record TrainingParameters(
        int leaves,
        int rowsInLeafLeast,
        double learningRate,
        int rounds,
        double lambdaL2,
        double featureFraction,
        int truncation,
        long seed) {
    private static final int SMALL = 1_000;
    private static final int SHOWN = 5;

    public TrainingParameters {
        require(leaves >= 2 && leaves <= 64, "leaves must be 2 to 64, was ", leaves);
        require(rowsInLeafLeast >= 1, "rowsInLeafLeast must be at least 1, was ", rowsInLeafLeast);
        require(learningRate > 0 && learningRate <= 1, "learningRate must be in (0, 1], was ", learningRate);
        require(rounds >= 1 && rounds <= 10_000, "rounds must be 1 to 10,000, was ", rounds);
        require(lambdaL2 >= 0 && lambdaL2 < 1e6, "lambdaL2 must not be negative, was ", lambdaL2);
        require(
                featureFraction > 0 && featureFraction <= 1,
                "featureFraction must be in (0, 1], was ",
                featureFraction);
        require(truncation >= 1, "truncation must be at least 1, was ", truncation);
    }

    private static void require(boolean holds, String message, Number was) {
        if (!holds) {
            throw new IllegalArgumentException(message + was);
        }
    }

    /// Conservative parameters for so many rows: few, shallow, strongly regularised trees where there is little to
    /// learn from; a fixed number of rounds, because stopping early on few groups follows noise.
    public static TrainingParameters forRows(int rows, long seed) {
        return rows < SMALL
                ? new TrainingParameters(7, 10, 0.05, 100, 5, 0.7, SHOWN + 3, seed)
                : new TrainingParameters(15, 20, 0.05, 200, 5, 0.8, SHOWN + 3, seed);
    }
}
