package ai.artenic.optimizer.application.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.inmemory.InMemoryCalibrationLog;
import ai.artenic.optimizer.application.inmemory.InMemoryOfferCatalog;
import ai.artenic.optimizer.application.inmemory.InMemoryRecommendationLog;
import ai.artenic.optimizer.application.inmemory.InMemorySnapshotStore;
import ai.artenic.optimizer.application.port.CalibrationLog;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.calibration.Observation;
import ai.artenic.optimizer.domain.experience.Experience;
import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Observations;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.pricing.PublishedCatalog;
import ai.artenic.optimizer.domain.ranking.Constraints;
import ai.artenic.optimizer.domain.ranking.Goal;
import ai.artenic.optimizer.domain.ranking.HeuristicRanker;
import ai.artenic.optimizer.domain.ranking.Mode;
import ai.artenic.optimizer.domain.ranking.RecommendRequest;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import ai.artenic.optimizer.domain.ranking.Reliability;
import ai.artenic.optimizer.domain.ranking.Weights;
import ai.artenic.optimizer.domain.spot.SpotExposure;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RefreshCalibrationTest {
    private final ShakyLog log = new ShakyLog();
    private final AtomicReference<Calibration> calibration = new AtomicReference<>(Calibration.NONE);
    private final RefreshCalibration refreshing = new RefreshCalibration(log, calibration::set);
    private final InMemoryRecommendationLog recommendations = new InMemoryRecommendationLog();
    private long nextId = 1;

    /// A log that can be away, and counts how often it is read.
    private static final class ShakyLog implements CalibrationLog {
        private final CalibrationLog log = new InMemoryCalibrationLog();
        private boolean away;
        private int reads;
        private int questions;

        @Override
        public Recorded record(Observation observation) {
            return log.record(observation);
        }

        @Override
        public long count() {
            questions++;
            if (away) {
                throw new StoreUnavailableException("connection refused", new IllegalStateException("away"));
            }
            return log.count();
        }

        @Override
        public List<Observation> newest(int mostPerClass) {
            reads++;
            return log.newest(mostPerClass);
        }
    }

    private double factor() {
        return calibration.get().durationFactor(Observations.A100, Observations.LORA_7B);
    }

    private Recommendation recommended() {
        var catalog = new InMemoryOfferCatalog();
        catalog.publish(new PublishedCatalog(
                Offers.snapshot(List.of(Offers.gpu("gcp", "a100", Gpus.A100, 1, 2.5, 0))), List.of(), List.of()));
        var useCase = new RecommendInstances(
                catalog,
                new HeuristicRanker(Weights.DEFAULT, Reliability.NO_HISTORY, Gpus.CATALOG),
                new RecommendationStores(recommendations, new InMemorySnapshotStore()),
                () -> Offers.OBSERVED,
                () -> new UUID(0, nextId++),
                new Corrections(calibration::get, () -> Experience.NONE, () -> SpotExposure.NONE),
                RankerChoice.WITHOUT_MODEL,
                RecommendSettings.of("1.2.3"));
        var request = new RecommendRequest(
                Workloads.lora7b(), Constraints.NONE, Goal.COST, Mode.AUTO, 5, Optional.empty(), true);
        return assertInstanceOf(RecommendAnswer.Recommended.class, useCase.recommend(request))
                .recommendation();
    }

    private static double hours(Recommendation recommendation) {
        return recommendation
                .recommendations()
                .getFirst()
                .estimatedHours()
                .expected()
                .value();
    }

    @Test
    void later_predictions_use_what_was_learned_and_stored_ones_stay_as_they_were() {
        Recommendation before = recommended();
        log.record(Observations.finished("job-1", 2));
        refreshing.refresh();
        Recommendation after = recommended();
        assertEquals(Math.pow(2, 0.25) * hours(before), hours(after), 1e-9);
        assertEquals(Optional.of(before), new FindRecommendation(recommendations).find(before.id()));
        log.record(Observations.finished("job-2", 2));
        refreshing.refresh();
        assertEquals(Optional.of(after), new FindRecommendation(recommendations).find(after.id()));
    }

    @Test
    void a_job_reported_twice_counts_once() {
        log.record(Observations.finished("job-1", 2));
        log.record(Observations.finished("job-1", 2));
        refreshing.refresh();
        assertEquals(Math.pow(2, 0.25), factor(), 1e-12);
    }

    @Test
    void no_recommendation_asks_the_log() {
        refreshing.refresh();
        int before = log.questions + log.reads;
        recommended();
        assertEquals(before, log.questions + log.reads);
    }

    @Test
    void observations_are_read_again_only_if_there_are_new_ones() {
        for (int i = 0; i < 3; i++) {
            refreshing.refresh();
        }
        assertEquals(1, log.reads);
        log.record(Observations.finished("job-1", 2));
        refreshing.refresh();
        refreshing.refresh();
        assertEquals(2, log.reads);
    }

    @Test
    void while_the_store_is_away_the_last_known_calibration_stays() {
        log.record(Observations.finished("job-1", 2));
        refreshing.refresh();
        log.away = true;
        log.record(Observations.finished("job-2", 2));
        assertEquals(Optional.of("connection refused"), refreshing.refresh());
        assertEquals(Math.pow(2, 0.25), factor(), 1e-12);
        assertTrue(hours(recommended()) > 0);
        log.away = false;
        assertEquals(Optional.empty(), refreshing.refresh());
        assertEquals(Math.pow(2, 0.4), factor(), 1e-12);
    }
}
