package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.Provider;
import java.time.Duration;

/// A provider's own prices, and how often they are read.
///
/// @param interval time between two readings
public record LiveSource(Provider provider, PriceSource source, Duration interval) {}
