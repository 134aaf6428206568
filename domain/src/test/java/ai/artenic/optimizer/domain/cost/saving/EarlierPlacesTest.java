package ai.artenic.optimizer.domain.cost.saving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.artenic.optimizer.domain.cost.anomaly.SpentJob;
import ai.artenic.optimizer.domain.outcome.Place;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EarlierPlacesTest {
    private static final Place A = Spent.at("aws", "a", false);
    private static final Place B = Spent.at("gcp", "b", false);
    private static final double DAY = 24;

    private final EarlierPlaces places = new EarlierPlaces();
    private long jobs;

    /// @return where alike jobs ran before
    private Optional<Place> then(int group, Place place, double hour) {
        SpentJob job = Spent.job(jobs++, group, place, 1, hour);
        Optional<Place> before = places.elsewhere(job);
        places.add(job);
        return before;
    }

    @Test
    void it_is_the_last_other_place_of_the_same_group_however_many_jobs_came_since() {
        assertEquals(Optional.empty(), then(1, A, 0));
        assertEquals(Optional.empty(), then(2, B, 1));
        assertEquals(Optional.of(A), then(1, B, 2));
        assertEquals(Optional.of(A), then(1, B, 3));
        assertEquals(Optional.of(B), then(1, A, 4));
        assertEquals(Optional.empty(), then(2, B, 5));
    }

    @Test
    void a_switch_counts_for_ninety_days() {
        then(1, A, 0);
        assertEquals(Optional.of(A), then(1, B, 90 * DAY));
        assertEquals(Optional.empty(), then(1, B, 90 * DAY + 1));
    }

    @Test
    void a_place_where_a_job_failed_is_no_place_to_run_it() {
        places.add(Spent.failed(jobs++, A, 1));
        assertEquals(Optional.empty(), then(1, B, 99));
    }

    @Test
    void a_place_of_which_less_is_known_is_not_another_one() {
        then(1, A, 0);
        var anywhere = new Place(A.provider(), A.instanceType(), Optional.empty(), false, OptionalInt.empty());
        assertEquals(Optional.empty(), then(1, anywhere, 1));
        assertEquals(Optional.empty(), then(1, A, 2));
    }
}
