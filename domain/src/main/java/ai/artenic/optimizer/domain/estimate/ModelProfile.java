package ai.artenic.optimizer.domain.estimate;

import ai.artenic.optimizer.domain.workload.Architecture;
import ai.artenic.optimizer.domain.workload.Method;
import ai.artenic.optimizer.domain.workload.Optimizer;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.List;

/// A workload with every gap filled, and the list of what had to be assumed.
///
/// @param sequenceLength tokens per sample; 1 where samples are not sequences
/// @param layers transformer blocks; 0 where the architecture has none
/// @param hidden width of the model
/// @param vocabulary output classes of a language model; 0 where there is none
/// @param uncertainty factor >= 1 by which the assumptions widen the duration interval on each side
public record ModelProfile(
        Workload workload,
        Architecture architecture,
        Method method,
        Optimizer optimizer,
        int sequenceLength,
        double layers,
        double hidden,
        double vocabulary,
        double uncertainty,
        List<Assumption> assumptions) {
    public ModelProfile {
        assumptions = List.copyOf(assumptions);
    }

    /// Parameters of the model, in units.
    public double params() {
        return workload.params();
    }

    /// Whether this is a neural network of known size.
    public boolean isNeural() {
        return workload.framework().isNeural() && params() > 0;
    }
}
