package ai.artenic.optimizer.domain.cost.saving;

import ai.artenic.optimizer.domain.calibration.WorkloadClass;
import ai.artenic.optimizer.domain.cost.anomaly.SpentJob;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.outcome.Ending;
import ai.artenic.optimizer.domain.outcome.Interruptions;
import ai.artenic.optimizer.domain.outcome.Place;
import ai.artenic.optimizer.domain.outcome.Run;
import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.quantity.Interval;
import ai.artenic.optimizer.domain.workload.QueryId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;

/// Jobs, places and what was to be had, for tests.
final class Spent {
    static final WorkloadClass KIND = new WorkloadClass("cnn/full/10m-100m");
    static final Instant DAY = Instant.parse("2026-03-02T00:00:00Z");

    private Spent() {}

    /// One node in one region.
    static Place at(String provider, String type, boolean isSpot) {
        return new Place(new Provider(provider), type, Optional.of("here"), isSpot, OptionalInt.of(1));
    }

    static Choice choice(Place place, double low, double expected, double high) {
        return new Choice(place, new Interval<>(Eur.of(low), Eur.of(expected), Eur.of(high)));
    }

    /// A job of a group that succeeded, so many hours after the day began.
    static SpentJob job(long id, int group, Place place, double eur, double hour) {
        return job(id, group, place, eur, hour, new Ending.Succeeded());
    }

    static SpentJob failed(long id, Place place, double eur) {
        return job(id, 1, place, eur, (double) id, new Ending.Failed(Optional.empty()));
    }

    /// What was recommended, and nothing else.
    static Options told(Choice first, double predicted) {
        return new Options(KIND, first, OptionalDouble.of(predicted), Optional.empty(), Optional.empty(), true);
    }

    private static SpentJob job(long id, int group, Place place, double eur, double hour, Ending ending) {
        return new SpentJob(
                id,
                DAY.plus(Duration.ofMillis(Math.round(hour * 3_600_000))),
                "job-" + id,
                new QueryId(new UUID(0, group)),
                new Run(
                        place.provider(),
                        place.instanceType(),
                        place.region(),
                        place.isSpot(),
                        place.nodes(),
                        1,
                        Eur.of(eur)),
                ending,
                new Interruptions(Optional.empty(), OptionalInt.empty(), Optional.empty()),
                Optional.empty(),
                Optional.of(new UUID(7, id)));
    }
}
