package ai.artenic.optimizer.domain.estimate;

import ai.artenic.optimizer.domain.workload.Framework;
import ai.artenic.optimizer.domain.workload.Workload;

/// Main memory in GB that each node needs.
public final class HostMemory {
    private static final double SYSTEM_GB = 1;
    private static final double GIB = 1L << 30;

    /// Data of an unstated size: a gigabyte, or what people rent a cluster for.
    private static final double UNSTATED_TABLE_GB = 1;
    private static final double UNSTATED_CLUSTER_GB = 128;

    private HostMemory() {}

    /// Size of the table a job works on, in GB.
    static double tableGb(Workload workload) {
        double unstated = workload.framework() == Framework.SPARK || workload.distributed()
                ? UNSTATED_CLUSTER_GB
                : UNSTATED_TABLE_GB;
        return workload.datasetSizeGb() > 0 ? workload.datasetSizeGb() : unstated;
    }

    /// The least a node can do with: half of what is expected, so that only hopeless machines are rejected.
    public static double lowGb(ModelProfile profile, boolean accelerated, int nodes) {
        return profile.isNeural()
                ? SYSTEM_GB + profile.params() * (accelerated ? 0.5 : 4) / GIB
                : SYSTEM_GB + dataShare(profile.workload().framework()) * dataPerNode(profile, nodes) / 2;
    }

    /// What a node is expected to use.
    public static double expectedGb(ModelProfile profile, int nodes) {
        return profile.isNeural()
                ? 2 * SYSTEM_GB + profile.params() * 4 / GIB
                : 2 * SYSTEM_GB
                        + Math.max(0.2, dataShare(profile.workload().framework())) * dataPerNode(profile, nodes);
    }

    private static double dataPerNode(ModelProfile profile, int nodes) {
        return profile.workload().datasetSizeGb() / nodes;
    }

    /// Share of the data held in memory at once: all of it in single-node table learners, none by need in engines
    /// that stream or spill.
    private static double dataShare(Framework framework) {
        return switch (framework) {
            case SKLEARN, XGBOOST, LIGHTGBM -> 1;
            case SPARK, DASK, OTHER, PYTORCH, TENSORFLOW, JAX -> 0;
        };
    }
}
