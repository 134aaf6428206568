package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.offer.OfferColumns;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Decides for each candidate whether it is admitted to the ranking, and if not, for which reason it is counted.
final class Admission {
    /// A spot candidate that is expected to run for longer than this many times its uninterrupted hours never ends.
    static final double MOST_SLOWDOWN = 100;

    private final OfferColumns columns;
    private final boolean allowSpot;
    private final boolean anyRegion;
    private final boolean[] regionAllowed;
    private final double maxPrice;
    private final double maxHours;
    private final double maxCost;

    Admission(OfferColumns columns, Constraints constraints) {
        this(columns, constraints, 1);
    }

    /// @param latitude limits on hours and cost are raised so many times, >= 1: for a first look at candidates that may
    ///     turn out to be so much faster
    Admission(OfferColumns columns, Constraints constraints, double latitude) {
        this.columns = columns;
        allowSpot = constraints.allowSpot();
        anyRegion = constraints.regions().isEmpty();
        regionAllowed = allowed(columns.regions(), constraints.regions());
        maxPrice = constraints.maxPricePerHourEur().orElse(Double.POSITIVE_INFINITY);
        maxHours = latitude * constraints.maxHours().orElse(Double.POSITIVE_INFINITY);
        maxCost = latitude * constraints.maxCostEur().orElse(Double.POSITIVE_INFINITY);
    }

    /// Whether all candidates of a kind share one decision, [#rejectionOfKind].
    boolean decidesByKind(int kind) {
        return anyRegion
                && maxPrice == Double.POSITIVE_INFINITY
                && maxCost == Double.POSITIVE_INFINITY
                && columns.isWholeKindAvailable(kind);
    }

    /// The first reason that applies to all candidates of the kind; null if they are admitted.
    @Nullable
    RejectionReason rejectionOfKind(KindTable kinds, int kind, boolean spot) {
        if (kinds.isProviderExcluded(kind)) {
            return RejectionReason.PROVIDER_EXCLUDED;
        }
        if (spot && !allowSpot) {
            return RejectionReason.SPOT_NOT_ALLOWED;
        }
        RejectionReason shape = kinds.shapeRejection(kind);
        return shape != null ? shape : overLimit(kinds.kind(kind, spot), 0);
    }

    /// The first reason that applies; null if the candidate is admitted.
    @Nullable
    RejectionReason rejection(KindTable kinds, int offer, boolean spot, double price) {
        int kind = columns.kind(offer);
        if (!columns.isAvailable(offer)) {
            return RejectionReason.UNAVAILABLE;
        }
        if (kinds.isProviderExcluded(kind)) {
            return RejectionReason.PROVIDER_EXCLUDED;
        }
        if (!regionAllowed[columns.region(offer)]) {
            return RejectionReason.REGION_NOT_ALLOWED;
        }
        if (spot && !allowSpot) {
            return RejectionReason.SPOT_NOT_ALLOWED;
        }
        RejectionReason shape = kinds.shapeRejection(kind);
        return shape != null ? shape : overLimit(kinds.kind(kind, spot), price);
    }

    /// The limit that an admitted candidate breaks now that more is known of its hours; null if it breaks none.
    @Nullable
    RejectionReason rejectionAnew(Candidate candidate) {
        return overLimit(candidate.kind(), candidate.price());
    }

    private @Nullable RejectionReason overLimit(ScoredKind kind, double price) {
        if (kind.slowdown() > MOST_SLOWDOWN) {
            return RejectionReason.SPOT_WOULD_NOT_FINISH;
        }
        if (price * kind.nodes() > maxPrice) {
            return RejectionReason.PRICE_ABOVE_LIMIT;
        }
        if (kind.hours() > maxHours) {
            return RejectionReason.HOURS_ABOVE_LIMIT;
        }
        if (kind.cost(price) > maxCost) {
            return RejectionReason.COST_ABOVE_LIMIT;
        }
        return null;
    }

    private static boolean[] allowed(List<String> regions, List<String> wanted) {
        var allowed = new boolean[regions.size()];
        Set<String> names =
                wanted.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        for (int r = 0; r < allowed.length; r++) {
            allowed[r] = names.isEmpty() || names.contains(regions.get(r).toLowerCase(Locale.ROOT));
        }
        return allowed;
    }
}
