package ai.artenic.optimizer.application.usecase;

import java.time.Duration;
import java.util.Optional;

/// What the service needs in order to answer, and whether it is there.
///
/// @param storeFault why the store does not answer, if so
/// @param offers offers in the catalogue
/// @param catalogAge time since the catalogue was published
public record Health(Optional<String> storeFault, int offers, Duration catalogAge) {}
