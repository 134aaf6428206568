package ai.artenic.optimizer.domain.estimate;

import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.List;
import java.util.OptionalDouble;

/// A guess at what a job over tables holds in memory at once. The size of the tables does not tell: engines that
/// stream hold next to nothing, filters and columns leave a part, objects and joins take a multiple.
///
/// @param ofTables working set over the size of the tables; 0 where the job streams
/// @param share of jobs that are taken to be so
public record WorkingSet(double ofTables, double share) {
    /// That it is as large as the tables is what hours are modelled by; streaming is taken to be as likely, and
    /// each power of two up to four either way half as likely. Coarse on purpose: on measured Spark and Hadoop jobs
    /// other shares, steps and ranges led a search to the best clusters as well.
    public static final List<WorkingSet> GUESSES = List.of(
            new WorkingSet(1, 0.25),
            new WorkingSet(0, 0.25),
            new WorkingSet(0.25, 0.125),
            new WorkingSet(0.5, 0.125),
            new WorkingSet(2, 0.125),
            new WorkingSet(4, 0.125));

    /// GB of the tables that a job works on; empty for a neural network, whose hours do not hang on them.
    public static OptionalDouble tablesGb(Workload workload) {
        boolean neural = workload.framework().isNeural() && workload.params() > 0;
        return neural ? OptionalDouble.empty() : OptionalDouble.of(HostMemory.tableGb(workload));
    }

    /// Natural logarithm of the hours if this is the working set, over the hours modelled.
    public double logFactor(double tablesGb, Machine machine, int nodes) {
        return Math.log(
                MemoryPressure.of(ofTables * tablesGb, machine, nodes) / MemoryPressure.of(tablesGb, machine, nodes));
    }
}
