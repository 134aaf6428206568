package ai.artenic.optimizer.adapters.persistence.recommendation;

import ai.artenic.optimizer.adapters.persistence.catalog.MachineRow;
import ai.artenic.optimizer.adapters.persistence.json.FeaturesRow;
import ai.artenic.optimizer.domain.calibration.AppliedCorrections;
import ai.artenic.optimizer.domain.outcome.Expectation;
import ai.artenic.optimizer.domain.outcome.Expectation.Modelled;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a ranked candidate lets expect of a job: the fields of a [CandidateRow] that this takes, for there are many.
///
/// @param offer of which only the machine is read
@JsonIgnoreProperties(ignoreUnknown = true)
record ExpectationRow(
        @JsonIgnoreProperties(ignoreUnknown = true) MachineRow offer,
        int nodeCount,
        double pricePerHourEur,
        ExpectedRow estimatedHours,
        ExpectedRow estimatedCostEur,
        Optional<ExpectedRow> gpuMemoryRequiredGb,
        FeaturesRow features,
        Optional<AppliedCorrections> corrections) {
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ExpectedRow(double expected) {}

    Expectation toDomain() {
        AppliedCorrections applied = corrections.orElse(AppliedCorrections.NONE);
        var modelled = new Modelled(
                offer.toDomain(),
                nodeCount,
                pricePerHourEur,
                applied.hoursBefore(estimatedHours.expected()),
                gpuMemoryRequiredGb
                        .map(memory -> OptionalDouble.of(applied.memoryBefore(memory.expected())))
                        .orElse(OptionalDouble.empty()));
        return Expectation.frozen(
                estimatedHours.expected(), estimatedCostEur.expected(), features.toDomain(), modelled);
    }
}
