package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.spot.SpotOverhead;
import java.util.Optional;
import java.util.OptionalDouble;

/// Whether a job should run on an instance's spot nodes.
///
/// @param region the cheapest one counts where none is named
/// @param hours of the job where nothing interrupts it, > 0
/// @param nodes >= 1
/// @param maxHours until when it must be done, from its start
public record SpotInquiry(
        Provider provider,
        String instanceType,
        Optional<String> region,
        double hours,
        int nodes,
        SpotOverhead overhead,
        OptionalDouble maxHours) {}
