package ai.artenic.optimizer.adapters.persistence.recommendation;

import ai.artenic.optimizer.domain.cost.saving.Choice;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.outcome.Place;
import ai.artenic.optimizer.domain.quantity.Eur;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/// Where a ranked candidate is and what it was to cost: the few fields of a [CandidateRow] that this takes.
@JsonIgnoreProperties(ignoreUnknown = true)
record ChoiceRow(SoldRow offer, boolean isSpot, int nodeCount, IntervalRow<BigDecimal> estimatedCostEur) {
    @JsonIgnoreProperties(ignoreUnknown = true)
    record SoldRow(String provider, String instanceType, String region) {}

    Choice toDomain() {
        var place = new Place(
                new Provider(offer.provider()),
                offer.instanceType(),
                Optional.of(offer.region()),
                isSpot,
                OptionalInt.of(nodeCount));
        return new Choice(place, estimatedCostEur.toDomain(Eur::new));
    }
}
