package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.estimate.DurationEstimate;
import ai.artenic.optimizer.domain.estimate.GpuMemoryEstimate;
import ai.artenic.optimizer.domain.offer.Machine;
import java.util.Optional;

/// What one workload would do on one shape of machine and a number of nodes, whoever sells it.
///
/// @param memory need per GPU; empty for machines without GPUs
/// @param headroom memory margin in [-1, 1], of GPU memory where there are GPUs, else of main memory
/// @param gpuMatch part of the score
/// @param headroomPart part of the score
record ShapeEstimate(
        Machine machine,
        int nodes,
        DurationEstimate duration,
        Optional<GpuMemoryEstimate> memory,
        double headroom,
        double gpuMatch,
        double headroomPart) {}
