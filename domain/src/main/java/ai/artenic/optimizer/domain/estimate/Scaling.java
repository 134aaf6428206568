package ai.artenic.optimizer.domain.estimate;

import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Gpu;

/// How much faster several devices and nodes are than one. Grows with each, ever more slowly.
final class Scaling {
    /// Loss from communication within a node: 2, 4, 8 GPUs reach 0.92, 0.89, 0.87 of linear (51 published benchmarks
    /// over NVLink: 0.94, 0.92, 0.88; a suite of ten models over PCIe on RTX 3090, 4090 and 6000 Ada: 0.95 to 1.0).
    private static final double NODE_LOSS = 0.17;
    /// Models beyond a billion parameters exchange more than PCIe hides (assumption).
    private static final double LARGE_OVER_PCIE_LOSS = 0.30;
    private static final double LARGE_MODEL = 1e9;
    /// Loss for each doubling of the nodes: 256 GPUs of eight to a node reach 0.83 of linear, 2,048 reach 0.76 (whole
    /// published runs); nodes without NVLink rarely have a fast network either (assumption).
    private static final double FABRIC_LOSS = 0.04;
    private static final double ETHERNET_LOSS = 0.12;
    private static final double CPU_NODE_LOSS = 0.05;

    private Scaling() {}

    /// How much faster than one device. Where the batch cannot fill all GPUs of all nodes, it is spread as is best:
    /// over the GPUs of few nodes or over many nodes. Nothing between these two ends is faster, as the logarithm
    /// of the loss is concave.
    static double speedUp(Accelerators accelerators, Gpu gpu, int nodes, ModelProfile profile) {
        int batchSize = profile.workload().batchSize();
        boolean linked = gpu.interconnectGbs().orElse(0) > 0;
        double nodeLoss = linked || profile.params() < LARGE_MODEL ? NODE_LOSS : LARGE_OVER_PCIE_LOSS;
        double nodesLoss = linked ? FABRIC_LOSS : ETHERNET_LOSS;
        double devices = Math.min(accelerators.devices(), batchSize);
        double usefulNodes = Math.min(nodes, batchSize / devices);
        double packed = withinNode(devices, nodeLoss) * amongNodes(usefulNodes, nodesLoss);
        if (batchSize >= devices * nodes) {
            return packed;
        }
        double fewest = Math.max(1, (double) batchSize / nodes);
        double spread = withinNode(fewest, nodeLoss) * amongNodes(batchSize / fewest, nodesLoss);
        return Math.max(packed, spread);
    }

    private static double withinNode(double devices, double loss) {
        return devices / (1 + loss * (devices - 1) / devices);
    }

    private static double amongNodes(double nodes, double lossPerDoubling) {
        double useful = Math.max(1, nodes);
        return useful / (1 + lossPerDoubling * Math.log(useful) / Math.log(2));
    }

    /// Nodes without accelerators: diminishing returns from the first (690 runs of Spark and Hadoop jobs).
    static double acrossNodes(double nodes) {
        return nodes / (1 + CPU_NODE_LOSS * (nodes - 1));
    }
}
