package ai.artenic.optimizer.domain.estimate;

import ai.artenic.optimizer.domain.offer.Accelerators;

/// How much faster several devices and nodes are than one. Grows with each, ever more slowly.
final class Scaling {
    /// Loss from communication within a node: 2, 4, 8 GPUs reach 0.94, 0.92, 0.88 of linear over NVLink (51 published
    /// benchmarks); about twice the loss over PCIe.
    private static final double NVLINK_LOSS = 0.15;
    private static final double PCIE_LOSS = 0.30;
    private static final double NODE_LOSS = 0.10;

    private Scaling() {}

    static double speedUp(Accelerators accelerators, int nodes, int batchSize) {
        double loss = accelerators.gpu().interconnectGbs().orElse(0) > 0 ? NVLINK_LOSS : PCIE_LOSS;
        double devices = Math.min(accelerators.devices(), batchSize);
        double withinNode = devices / (1 + loss * (devices - 1) / devices);
        double usefulNodes = Math.max(1, Math.min(nodes, batchSize / devices));
        return withinNode * acrossNodes(usefulNodes);
    }

    static double acrossNodes(double nodes) {
        return nodes / (1 + NODE_LOSS * (nodes - 1));
    }
}
