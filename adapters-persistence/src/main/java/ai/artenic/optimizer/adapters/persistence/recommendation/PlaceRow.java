package ai.artenic.optimizer.adapters.persistence.recommendation;

import ai.artenic.optimizer.domain.outcome.Place;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Where a job ran or can run, as the variables of a search through the column `alternatives`; null where it is not
/// known.
@JsonInclude(JsonInclude.Include.ALWAYS)
record PlaceRow(
        String provider,
        String instanceType,
        @Nullable String region,
        boolean isSpot,
        @Nullable Integer nodeCount) {
    static PlaceRow of(Place place) {
        return new PlaceRow(
                place.provider().key(),
                place.instanceType(),
                place.region().orElse(null),
                place.isSpot(),
                place.nodes().isPresent() ? place.nodes().getAsInt() : null);
    }
}
