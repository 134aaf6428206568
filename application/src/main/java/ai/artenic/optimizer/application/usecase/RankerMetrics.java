package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.SampleStore.Counts;
import ai.artenic.optimizer.domain.calibration.CalibratedClass;
import ai.artenic.optimizer.domain.learning.ModelCard;
import java.util.List;
import java.util.Optional;

/// How well the ranker orders, and what it learned from.
///
/// @param card of the model that serves, or else of the one trained last
/// @param isServing whether that model serves
/// @param calibration what jobs taught about the estimates
public record RankerMetrics(
        Counts counts, Optional<ModelCard> card, boolean isServing, List<CalibratedClass> calibration) {
    public RankerMetrics {
        calibration = List.copyOf(calibration);
    }
}
