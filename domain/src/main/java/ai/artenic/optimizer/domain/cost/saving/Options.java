package ai.artenic.optimizer.domain.cost.saving;

import ai.artenic.optimizer.domain.calibration.WorkloadClass;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a job could have run on, by the prices and the model of when it was placed.
///
/// @param first the first choice
/// @param predictedEur of the job where it ran; empty where that was not predicted
/// @param onDemand the machines it ran on, not to be taken back, where they were ranked
/// @param before where alike jobs ran before it, where that was ranked
/// @param wasTold whether the first choice was recommended to whoever placed the job
public record Options(
        WorkloadClass workload,
        Choice first,
        OptionalDouble predictedEur,
        Optional<Choice> onDemand,
        Optional<Choice> before,
        boolean wasTold) {}
