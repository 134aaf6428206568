package ai.artenic.optimizer.application.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.inmemory.InMemoryCalibrationLog;
import ai.artenic.optimizer.application.inmemory.InMemoryOfferCatalog;
import ai.artenic.optimizer.application.inmemory.InMemoryOutcomeLog;
import ai.artenic.optimizer.application.inmemory.InMemoryRecommendationLog;
import ai.artenic.optimizer.application.inmemory.InMemorySnapshotStore;
import ai.artenic.optimizer.application.port.OutcomeLog.Kept;
import ai.artenic.optimizer.application.usecase.AfterOutcomes.Retraining;
import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.offer.Billing;
import ai.artenic.optimizer.domain.outcome.AssessedOutcome;
import ai.artenic.optimizer.domain.outcome.Outcome;
import ai.artenic.optimizer.domain.outcome.OutcomeReader;
import ai.artenic.optimizer.domain.outcome.Prediction;
import ai.artenic.optimizer.domain.pricing.PublishedCatalog;
import ai.artenic.optimizer.domain.ranking.CandidateList;
import ai.artenic.optimizer.domain.ranking.Constraints;
import ai.artenic.optimizer.domain.ranking.Goal;
import ai.artenic.optimizer.domain.ranking.HeuristicRanker;
import ai.artenic.optimizer.domain.ranking.InstanceRecommendation;
import ai.artenic.optimizer.domain.ranking.Mode;
import ai.artenic.optimizer.domain.ranking.RecommendRequest;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import ai.artenic.optimizer.domain.ranking.Reliability;
import ai.artenic.optimizer.domain.ranking.Weights;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedbackTest {
    private static final Instant NOW = Offers.OBSERVED;

    private final InMemoryOfferCatalog catalog = new InMemoryOfferCatalog();
    private final InMemoryRecommendationLog log = new InMemoryRecommendationLog();
    private final InMemoryOutcomeLog outcomes = new InMemoryOutcomeLog(new InMemoryCalibrationLog(), () -> NOW);
    private final AssessOutcome assessing = new AssessOutcome(
            log,
            catalog,
            new CandidateList(Weights.DEFAULT, Reliability.NO_HISTORY, Gpus.CATALOG, Billing::of),
            Gpus.CATALOG,
            Corrections.NONE);

    @BeforeEach
    void publish() {
        catalog.publish(new PublishedCatalog(
                Offers.snapshot(List.of(
                        Offers.gpu("aws", "p4de", Gpus.A100, 1, 4, 1),
                        Offers.gpu("gcp", "a2", Gpus.A100, 1, 5, 2),
                        Offers.gpu("vastai", "free", Gpus.A100, 1, 5, 0))),
                List.of(),
                List.of()));
    }

    private Recommendation recommended() {
        var ranker = new HeuristicRanker(Weights.DEFAULT, Reliability.NO_HISTORY, Gpus.CATALOG);
        var request = new RecommendRequest(
                Workloads.lora7b(), Constraints.NONE, Goal.COST, Mode.AUTO, 2, Optional.empty(), true);
        var stores = new RecommendationStores(log, new InMemorySnapshotStore());
        var answer =
                new RecommendInstances(catalog, ranker, stores, () -> NOW, () -> new UUID(1, 2)).recommend(request);
        return assertInstanceOf(RecommendAnswer.Recommended.class, answer).recommendation();
    }

    private static Outcome outcome(String job, Map<String, ?> changes) {
        var fields = new HashMap<String, Object>(Map.of(
                "job_id",
                job,
                "provider",
                "aws",
                "instance_type",
                "p4de",
                "is_spot",
                false,
                "actual_duration_hours",
                5,
                "actual_cost_eur",
                20,
                "success",
                true));
        fields.putAll(changes);
        fields.putIfAbsent("workload", Workloads.lora7bFields());
        return switch (OutcomeReader.read(fields, NOW)) {
            case Intake.Accepted<Outcome>(Outcome read) -> read;
            case Intake.Refused<Outcome>(var violations) -> throw new AssertionError(violations.toString());
        };
    }

    private AssessedOutcome assessed(Map<String, ?> changes) {
        return assertInstanceOf(
                        AssessOutcome.Answer.Assessed.class,
                        assessing.assess(List.of(outcome("job", changes))).getFirst())
                .outcome();
    }

    @Test
    void the_prediction_and_the_features_are_those_frozen_with_the_recommendation() {
        Recommendation recommendation = recommended();
        catalog.publish(new PublishedCatalog(Offers.snapshot(List.of()), List.of(), List.of()));
        InstanceRecommendation second = recommendation.recommendations().get(1);
        AssessedOutcome assessed = assessed(Map.of(
                "recommendation_id", recommendation.id().toString(),
                "provider", second.offer().id().provider().key(),
                "instance_type", second.offer().id().instanceType(),
                "is_spot", second.isSpot(),
                "predicted_duration_hours", 1,
                "predicted_cost_eur", 1));
        assertEquals(second.features(), assessed.features());
        assertEquals(
                second.estimatedHours().expected().value(),
                assessed.prediction().orElseThrow().hours());
        assertEquals(List.of(), assessed.notes());
        assertTrue(assessed.observation().isPresent());
    }

    @Test
    void another_instance_than_recommended_is_predicted_now_and_noted() {
        String id = recommended().id().toString();
        AssessedOutcome assessed =
                assessed(Map.of("recommendation_id", id, "provider", "vastai", "instance_type", "free"));
        assertEquals(List.of("the recommendation does not contain this instance"), assessed.notes());
        assertTrue(assessed.prediction().isPresent());
        AssessedOutcome elsewhere = assessed(Map.of("recommendation_id", id, "region", "mars", "node_count", 2));
        assertEquals(2, elsewhere.notes().size(), elsewhere.notes().toString());
    }

    @Test
    void the_workload_is_the_recommendations_even_if_another_is_given() {
        var other = Workloads.lora7bFields();
        other.put("num_epochs", 99);
        AssessedOutcome assessed =
                assessed(Map.of("recommendation_id", recommended().id().toString(), "workload", other));
        assertEquals(Workloads.lora7b(), assessed.workload());
        assertTrue(
                assessed.notes().getFirst().contains("differs"),
                assessed.notes().toString());
    }

    @Test
    void without_a_recommendation_the_reporters_own_prediction_comes_before_ours() {
        assertEquals(
                Optional.of(new Prediction(3, 30)),
                assessed(Map.of("predicted_duration_hours", 3, "predicted_cost_eur", 30))
                        .prediction());
        double hours = assessed(Map.of()).prediction().orElseThrow().hours();
        assertEquals(4 * hours, assessed(Map.of()).prediction().orElseThrow().costEur(), 4 * hours * 0.01);
        double onSpot =
                assessed(Map.of("is_spot", true)).prediction().orElseThrow().costEur();
        assertTrue(onSpot < 2 * hours, onSpot + " for " + hours);
    }

    @Test
    void an_instance_that_nobody_offers_is_accepted_with_a_note() {
        AssessedOutcome unknown = assessed(Map.of("instance_type", "never"));
        assertEquals(List.of("the catalogue does not list aws/never"), unknown.notes());
        assertEquals(Optional.empty(), unknown.label());
        AssessedOutcome noSpot =
                assessed(Map.of("provider", "vastai", "instance_type", "free", "region", "eu-west-1", "is_spot", true));
        assertEquals(List.of("the catalogue does not list vastai/free/eu-west-1 on spot"), noSpot.notes());
    }

    @Test
    void the_same_again_is_unchanged_and_something_else_conflicts() {
        var recording = new RecordOutcome(assessing, outcomes, () -> Retraining.SCHEDULED);
        var first = assertInstanceOf(RecordAnswer.Recorded.class, recording.record(outcome("j", Map.of())));
        assertEquals(Retraining.SCHEDULED, first.retraining());
        var again = assertInstanceOf(RecordAnswer.Unchanged.class, recording.record(outcome("j", Map.of())));
        assertEquals(first.kept(), again.kept());
        assertInstanceOf(RecordAnswer.Conflict.class, recording.record(outcome("j", Map.of("actual_cost_eur", 21))));
        assertEquals(
                new RecordAnswer.UnknownRecommendation(new UUID(9, 9)),
                recording.record(outcome("k", Map.of("recommendation_id", new UUID(9, 9).toString()))));
        assertEquals(1, outcomes.counts().outcomes());
    }

    @Test
    void what_jobs_told_is_looked_up_by_their_recommendations() {
        UUID id = recommended().id();
        var recording = new RecordOutcome(assessing, outcomes, AfterOutcomes.NOTHING);
        recording.record(outcome("j", Map.of("recommendation_id", id.toString())));
        assertEquals(
                List.of(id),
                List.copyOf(new FindOutcomes(outcomes).of(List.of(id)).keySet()));
        assertEquals(Map.of(), new FindOutcomes(outcomes).of(List.of()));
        assertInstanceOf(
                Kept.Same.class,
                outcomes.keep(List.of(outcomes.find("j").orElseThrow().assessed()))
                        .getFirst());
    }
}
