package ai.artenic.optimizer.domain.experience;

import ai.artenic.optimizer.domain.experience.GaussianProcess.Belief;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The explanations of a doubt, each with the process that is left to explain and its share after what was seen
/// (Bayes): prior share times likelihood, all with the same covariance.
final class Explanations {
    private final Doubt doubt;
    private final List<GaussianProcess> processes;
    private final double[] shares;

    /// @param processes of what each explanation leaves unexplained
    /// @param shares how likely each is now
    private Explanations(Doubt doubt, List<GaussianProcess> processes, double[] shares) {
        this.doubt = doubt;
        this.processes = processes;
        this.shares = shares;
    }

    Doubt doubt() {
        return doubt;
    }

    /// @param seen the process of what was seen at these places
    static Explanations of(Doubt doubt, GaussianProcess seen, List<Placement> places, double[] logRatios) {
        double[][] factors = places.stream().map(doubt::logFactors).toArray(double[][]::new);
        double[] priors = doubt.shares();
        var processes = new ArrayList<GaussianProcess>();
        var logs = new double[priors.length];
        for (int k = 0; k < priors.length; k++) {
            var left = new double[logRatios.length];
            for (int i = 0; i < left.length; i++) {
                left[i] = logRatios[i] - factors[i][k];
            }
            GaussianProcess process = seen.seeing(left);
            processes.add(process);
            logs[k] = Math.log(priors[k]) + process.logEvidence();
        }
        return new Explanations(doubt, processes, normalised(logs));
    }

    /// The belief at a placement: mean and deviation of the mixture.
    ///
    /// @param covariance with the value at each seen placement
    /// @param logFactors of the placement by each explanation
    /// @param deviation within each explanation
    Belief belief(double[] covariance, double[] logFactors, double deviation) {
        double mean = 0;
        double square = 0;
        for (int k = 0; k < shares.length; k++) {
            double one = logFactors[k] + processes.get(k).mean(covariance);
            mean += shares[k] * one;
            square += shares[k] * one * one;
        }
        double between = Math.max(0, square - mean * mean);
        return new Belief(mean, Math.sqrt(deviation * deviation + between));
    }

    private static double[] normalised(double[] logs) {
        double most = Arrays.stream(logs).max().orElse(0);
        double[] shares = Arrays.stream(logs).map(log -> Math.exp(log - most)).toArray();
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }
}
