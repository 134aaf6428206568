package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.domain.learning.ServingModel;
import java.time.Duration;
import java.util.Optional;

/// What the service needs in order to answer, and whether it is there.
///
/// @param storeFault why the store does not answer, if so
/// @param offers offers in the catalogue
/// @param catalogAge time since the catalogue was published
/// @param model the promoted model; without one the heuristic answers
public record Health(Optional<String> storeFault, int offers, Duration catalogAge, ServingModel model) {}
