package ai.artenic.optimizer.domain.spot;

import ai.artenic.optimizer.domain.quantity.EurPerHour;
import java.util.Optional;
import java.util.OptionalDouble;

/// Whether a job should run on spot nodes.
///
/// @param hours of the job where nothing interrupts it, > 0
/// @param nodes >= 1; one that is interrupted interrupts the job
/// @param onDemand of one node, > 0
/// @param spot of one node, > 0
/// @param overhead of being interrupted
/// @param prior hazard of a node where nothing was seen or said, > 0
/// @param rate what the provider says
/// @param pools what own jobs saw
/// @param maxHours until when it must be done, from now on, if it must
public record SpotQuestion(
        double hours,
        int nodes,
        EurPerHour onDemand,
        EurPerHour spot,
        SpotOverhead overhead,
        Hazard prior,
        Optional<ProviderRate> rate,
        SpotPools pools,
        OptionalDouble maxHours) {
    public SpotQuestion {
        if (!(hours > 0) || Double.isInfinite(hours) || nodes < 1) {
            throw new IllegalArgumentException("A job takes hours and nodes, had " + hours + " and " + nodes);
        }
        if (!(onDemand.value() > 0 && spot.value() > 0)) {
            throw new IllegalArgumentException("Prices must be above 0, were " + onDemand + " and " + spot);
        }
    }

    /// What is believed of one node's hazard.
    GammaPosterior belief() {
        return pools.hazard(rate.map(said -> said.hazard(prior)).orElse(prior));
    }
}
