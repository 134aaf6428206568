package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.domain.evaluation.Given;
import ai.artenic.optimizer.domain.evaluation.MeasuredRow;
import java.util.List;

/// What to evaluate.
///
/// @param rows rows of all files, in order
/// @param gpuGb sizes of the cards memory estimates are tried against, in GB
/// @param given how much of a row the memory estimate is told
/// @param leavesSourcesOut whether the factors of the model are fitted anew as well, without the points judged by them
public record EvaluationRequest(
        Estimate estimate, List<MeasuredRow> rows, List<Double> gpuGb, Given given, boolean leavesSourcesOut) {
    public EvaluationRequest {
        rows = List.copyOf(rows);
        gpuGb = List.copyOf(gpuGb);
    }

    /// The judgement that is held against measurements.
    public enum Estimate {
        /// Peak GPU memory.
        MEMORY,
        /// GPU-hours of whole runs and steps.
        RUNS,
        /// Throughput of steps, and relative speed of GPUs.
        THROUGHPUT,
        /// Order of candidates by hours, and the pick by cost.
        CANDIDATES,
        /// Belief in prices: real changes that the sanity gate holds back.
        PRICES,
        /// What spot nodes cost and how often they are taken back.
        SPOT;

        /// Whether the model has factors that can be fitted to such measurements.
        public boolean canBeFitted() {
            return this == MEMORY || this == RUNS;
        }
    }
}
