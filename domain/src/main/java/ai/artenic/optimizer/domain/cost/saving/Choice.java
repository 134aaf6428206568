package ai.artenic.optimizer.domain.cost.saving;

import ai.artenic.optimizer.domain.outcome.Place;
import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.quantity.Interval;
import ai.artenic.optimizer.domain.ranking.InstanceRecommendation;

/// Where a job could have run, and what it was predicted to cost there.
///
/// @param cost of the whole job
public record Choice(Place place, Interval<Eur> cost) {
    public static Choice of(InstanceRecommendation ranked) {
        return new Choice(Place.of(ranked), ranked.estimatedCost());
    }

    /// Expected EUR.
    double expected() {
        return cost.expected().amount().doubleValue();
    }
}
