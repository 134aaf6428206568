package ai.artenic.optimizer.domain.experience;

/// Regression with uncertainty: what noisy values at some points tell of the value at another (Rasmussen and
/// Williams, Gaussian Processes for Machine Learning, algorithm 2.1). The prior mean is zero.
final class GaussianProcess {
    private final double[][] factor;
    private final double[] weights;
    private final double logEvidence;

    /// @param covariance of the true values at the points, symmetric
    /// @param values seen there
    /// @param noise variance of each value about the true one, > 0
    GaussianProcess(double[][] covariance, double[] values, double[] noise) {
        this(cholesky(covariance, noise), values);
    }

    private GaussianProcess(double[][] factor, double[] values) {
        double[] whitened = solve(factor, values);
        this.factor = factor;
        this.weights = solveTransposed(factor, whitened);
        double misfit = 0;
        for (double part : whitened) {
            misfit += part * part;
        }
        this.logEvidence = -misfit / 2;
    }

    /// The same process, had other values been seen at its points.
    GaussianProcess seeing(double[] values) {
        return new GaussianProcess(factor, values);
    }

    /// Natural logarithm of how likely the values were before they were seen, up to a term of the points alone.
    double logEvidence() {
        return logEvidence;
    }

    /// What is believed of a value.
    record Belief(double mean, double deviation) {}

    /// The belief at a point.
    ///
    /// @param covariance with the value at each seen point
    /// @param variance before anything was seen
    Belief at(double[] covariance, double variance) {
        double told = 0;
        for (double part : solve(factor, covariance)) {
            told += part * part;
        }
        return new Belief(mean(covariance), Math.sqrt(Math.max(0, variance - told)));
    }

    /// The mean of the belief at a point, for much less than the whole of it.
    ///
    /// @param covariance with the value at each seen point
    double mean(double[] covariance) {
        double mean = 0;
        for (int i = 0; i < weights.length; i++) {
            mean += weights[i] * covariance[i];
        }
        return mean;
    }

    /// The lower triangular L with `L L' = covariance + diag(noise)`.
    private static double[][] cholesky(double[][] covariance, double[] noise) {
        int n = covariance.length;
        var lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = covariance[i][j] + (i == j ? noise[i] : 0);
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
            }
        }
        return lower;
    }

    private static double[] solve(double[][] lower, double[] right) {
        var solution = new double[right.length];
        for (int i = 0; i < right.length; i++) {
            double sum = right[i];
            for (int k = 0; k < i; k++) {
                sum -= lower[i][k] * solution[k];
            }
            solution[i] = sum / lower[i][i];
        }
        return solution;
    }

    private static double[] solveTransposed(double[][] lower, double[] right) {
        var solution = new double[right.length];
        for (int i = right.length - 1; i >= 0; i--) {
            double sum = right[i];
            for (int k = i + 1; k < right.length; k++) {
                sum -= lower[k][i] * solution[k];
            }
            solution[i] = sum / lower[i][i];
        }
        return solution;
    }
}
