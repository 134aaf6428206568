package ai.artenic.optimizer.domain.sweep;

import ai.artenic.optimizer.domain.ranking.Constraints;
import java.util.OptionalDouble;

/// How much a whole sweep may cost, take and draw; infinite where nothing is said.
///
/// @param cost EUR of the whole sweep
/// @param hours from its start to its end
/// @param price EUR per hour of all machines that run at once
record Limits(double cost, double hours, double price) {
    static final Limits NONE = new Limits(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    /// So that rounding never shuts out what fits exactly.
    private static final double TOLERANCE = 1 + 1e-9;

    static Limits of(Constraints constraints) {
        return new Limits(
                constraints.maxCostEur().orElse(Double.POSITIVE_INFINITY),
                constraints.maxHours().orElse(Double.POSITIVE_INFINITY),
                constraints.maxPricePerHourEur().orElse(Double.POSITIVE_INFINITY));
    }

    Limits withoutCost() {
        return new Limits(NONE.cost, hours, price);
    }

    Limits withoutHours() {
        return new Limits(cost, NONE.hours, price);
    }

    Limits withoutPrice() {
        return new Limits(cost, hours, NONE.price);
    }

    /// What one trial in full must keep within for the sweep to have a chance to.
    ///
    /// @param trialsPaid how many trials in full the sweep costs at least
    /// @param trialsLasted how many trials in full, one after the other, it lasts at least
    Constraints ofOneTrial(Constraints constraints, double trialsPaid, double trialsLasted) {
        return new Constraints(
                constraints.providers(),
                constraints.excludeProviders(),
                constraints.regions(),
                constraints.gpuTypes(),
                optional(cost / trialsPaid),
                optional(hours / trialsLasted),
                optional(price),
                constraints.allowSpot(),
                constraints.maxNodes());
    }

    private static OptionalDouble optional(double limit) {
        return Double.isInfinite(limit) ? OptionalDouble.empty() : OptionalDouble.of(limit * TOLERANCE);
    }
}
