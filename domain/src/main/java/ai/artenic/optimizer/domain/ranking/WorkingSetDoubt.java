package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.estimate.WorkingSet;
import ai.artenic.optimizer.domain.experience.Doubt;
import ai.artenic.optimizer.domain.experience.Placement;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.OptionalDouble;

/// How much of its tables a job holds in memory is not known before it ran on machines of different memory.
///
/// @param tablesGb size of the tables
record WorkingSetDoubt(double tablesGb) implements Doubt {
    /// What is doubtful about this workload.
    static Doubt of(Workload workload) {
        OptionalDouble tablesGb = WorkingSet.tablesGb(workload);
        return tablesGb.isPresent() ? new WorkingSetDoubt(tablesGb.getAsDouble()) : NONE;
    }

    @Override
    public double[] shares() {
        return WorkingSet.GUESSES.stream().mapToDouble(WorkingSet::share).toArray();
    }

    @Override
    public double[] logFactors(Placement placement) {
        return WorkingSet.GUESSES.stream()
                .mapToDouble(guess -> guess.logFactor(tablesGb, placement.machine(), placement.nodes()))
                .toArray();
    }
}
