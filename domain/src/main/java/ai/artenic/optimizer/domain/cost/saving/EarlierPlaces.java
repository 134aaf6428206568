package ai.artenic.optimizer.domain.cost.saving;

import ai.artenic.optimizer.domain.cost.anomaly.SpentJob;
import ai.artenic.optimizer.domain.outcome.Place;
import ai.artenic.optimizer.domain.workload.QueryId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Where alike jobs ran before: what would have been done without a recommendation. Jobs come in the order
/// in which they ended; of each query group the two places that were used last are kept.
public final class EarlierPlaces {
    /// For how long a place counts as what would have been done. Later, what was recommended is what is
    /// usual, and no saving is claimed for it any more.
    public static final Duration BEFORE = Duration.ofDays(90);

    private final Map<QueryId, Two> latest = new HashMap<>();

    /// Knows of no job.
    public EarlierPlaces() {}

    private record Used(Place place, Instant at) {}

    /// @param other the latest place that is not the latest
    private record Two(Used latest, Optional<Used> other) {
        Two then(Used used) {
            return latest.place().canBe(used.place()) ? new Two(used, other) : new Two(used, Optional.of(latest));
        }

        Optional<Used> elsewhere(Place place) {
            return latest.place().canBe(place)
                    ? other.filter(used -> !used.place().canBe(place))
                    : Optional.of(latest);
        }
    }

    /// Where the last job of the group ran that ran elsewhere than this one, if it did not end too long
    /// before it.
    public Optional<Place> elsewhere(SpentJob job) {
        return Optional.ofNullable(latest.get(job.group()))
                .flatMap(two -> two.elsewhere(job.run().place()))
                .filter(used -> !used.at().isBefore(job.at().minus(BEFORE)))
                .map(Used::place);
    }

    /// Remembers where a job ran, if it could run there to its end.
    public void add(SpentJob job) {
        if (job.succeeded()) {
            var used = new Used(job.run().place(), job.at());
            latest.merge(job.group(), new Two(used, Optional.empty()), (two, _) -> two.then(used));
        }
    }
}
