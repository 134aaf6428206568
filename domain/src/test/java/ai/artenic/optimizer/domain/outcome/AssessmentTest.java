package ai.artenic.optimizer.domain.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.calibration.Observation;
import ai.artenic.optimizer.domain.calibration.WorkloadClass;
import ai.artenic.optimizer.domain.experience.GroupExperience;
import ai.artenic.optimizer.domain.experience.GroupRun;
import ai.artenic.optimizer.domain.experience.PastRun;
import ai.artenic.optimizer.domain.experience.Placement;
import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Observations;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.offer.Billing;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.ranking.CandidateList;
import ai.artenic.optimizer.domain.ranking.CandidateList.Listed;
import ai.artenic.optimizer.domain.ranking.CandidateList.Scored;
import ai.artenic.optimizer.domain.ranking.Goal;
import ai.artenic.optimizer.domain.ranking.ReferenceCost;
import ai.artenic.optimizer.domain.ranking.Reliability;
import ai.artenic.optimizer.domain.ranking.Weights;
import ai.artenic.optimizer.domain.workload.QueryId;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AssessmentTest {
    private static final Workload LORA = Workloads.lora7b();
    private static final Offer A100 = Offers.gpu("aws", "p4de", Gpus.A100, 1, 4, 1);
    private static final Calibration LEARNED =
            Calibration.of(List.of(Observations.finished("a", 3), Observations.finished("b", 3)));

    private static Outcome outcome(double hours, double cost, Ending ending) {
        return new Outcome(
                "job",
                Optional.empty(),
                Optional.of(LORA),
                new Run(
                        A100.id().provider(),
                        "p4de",
                        Optional.empty(),
                        false,
                        OptionalInt.empty(),
                        hours,
                        Eur.of(cost)),
                ending,
                new Interruptions(Optional.empty(), OptionalInt.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Scored scored(Calibration calibration) {
        return new CandidateList(Weights.DEFAULT, Reliability.NO_HISTORY, Gpus.CATALOG, Billing::of)
                .score(Goal.COST, List.of(new Listed(LORA, A100, false, 1)), calibration, GroupExperience.NONE)
                .getFirst();
    }

    private static AssessedOutcome assessed(double hours, double cost, Ending ending) {
        var expectation = Expectation.madeNow(scored(Calibration.NONE), Optional.of(new Prediction(10, 100)));
        return Assessment.of(outcome(hours, cost, ending), LORA, QueryId.of(LORA), expectation, 50);
    }

    private static int label(double hours, double cost) {
        return assessed(hours, cost, new Ending.Succeeded())
                .label()
                .orElseThrow()
                .value();
    }

    @Test
    void the_larger_ratio_of_hours_and_cost_decides_the_label() {
        assertEquals(List.of(4, 3, 2, 1), List.of(label(10, 100), label(15, 50), label(1, 200), label(20.01, 1)));
    }

    @Test
    void a_failed_job_is_labelled_0_and_has_no_relative_cost() {
        AssessedOutcome failed = assessed(1, 1, new Ending.Failed(Optional.of(FailureKind.ERROR)));
        assertEquals(Optional.of(RelevanceLabel.FAILED), failed.label());
        assertEquals(OptionalDouble.empty(), failed.relativeCost());
        assertEquals(Optional.empty(), failed.observation());
    }

    @Test
    void costs_compare_by_the_reference_cost_and_one_that_cost_nothing_does_not() {
        assertEquals(
                OptionalDouble.of(2), assessed(1, 100, new Ending.Succeeded()).relativeCost());
        assertEquals(
                OptionalDouble.empty(), assessed(1, 0, new Ending.Succeeded()).relativeCost());
    }

    @Test
    void the_reference_cost_is_the_one_of_the_ranking_before_any_correction() {
        assertEquals(scored(Calibration.NONE).referenceCost(), ReferenceCost.of(LORA, Gpus.CATALOG));
    }

    @Test
    void what_is_observed_is_held_against_the_model_before_correction() {
        Scored corrected = scored(LEARNED);
        assertTrue(corrected.expectedHours() > 1.5 * scored(Calibration.NONE).expectedHours());
        var expectation = Expectation.madeNow(corrected, Optional.empty());
        assertEquals(
                corrected.expectedHours(),
                expectation.prediction().orElseThrow().hours());
        Observation seen = Assessment.of(
                        outcome(7, 28, new Ending.Succeeded()), LORA, QueryId.of(LORA), expectation, 50)
                .observation()
                .orElseThrow();
        var finished = (Observation.Finished) seen;
        assertEquals(scored(Calibration.NONE).expectedHours(), finished.modelledHours(), 1e-9);
        assertEquals(7, finished.actualHours());
        assertEquals(80 * 0.93, finished.memory().orElseThrow().usableGb(), 1e-9);
    }

    @Test
    void a_job_out_of_memory_tells_of_the_card_and_one_of_no_length_tells_nothing() {
        var out = assessed(0.1, 1, new Ending.Failed(Optional.of(FailureKind.OOM)))
                .observation();
        assertEquals(80 * 0.93, ((Observation.OutOfMemory) out.orElseThrow()).usableGb(), 1e-9);
        assertEquals(Optional.empty(), assessed(0, 1, new Ending.Succeeded()).observation());
    }

    private static Optional<PastRun> ran(double hours, Ending ending) {
        return assessed(hours, 1, ending).run().map(GroupRun::uncorrected);
    }

    @Test
    void a_run_is_held_against_the_model_before_correction_where_it_ran() {
        double modelled = scored(Calibration.NONE).expectedHours();
        var placement = new Placement(A100.id().provider(), "p4de", A100.machine(), 1, 4);
        var expectation = Expectation.madeNow(scored(LEARNED), Optional.empty());
        GroupRun run = Assessment.of(outcome(7, 28, new Ending.Succeeded()), LORA, QueryId.of(LORA), expectation, 50)
                .run()
                .orElseThrow();
        assertEquals(QueryId.of(LORA), run.group());
        assertEquals(WorkloadClass.of(LORA), run.workload());
        assertEquals(placement, run.uncorrected().placement());
        assertEquals(modelled, run.uncorrected().modelledHours(), 1e-9);
        assertEquals(7, run.uncorrected().actualHours());
        assertFalse(run.uncorrected().failed());
    }

    @Test
    void a_run_is_the_same_whatever_experience_the_prediction_had() {
        var lesson = new PastRun(new Listed(LORA, A100, false, 1).placement(), 1, 5, false);
        Scored experienced = new CandidateList(Weights.DEFAULT, Reliability.NO_HISTORY, Gpus.CATALOG, Billing::of)
                .score(
                        Goal.COST,
                        List.of(new Listed(LORA, A100, false, 1)),
                        LEARNED,
                        GroupExperience.of(List.of(lesson)))
                .getFirst();
        assertTrue(experienced.expectedHours() > 4 * scored(LEARNED).expectedHours());
        var expectation = Expectation.madeNow(experienced, Optional.empty());
        AssessedOutcome assessed =
                Assessment.of(outcome(7, 28, new Ending.Succeeded()), LORA, QueryId.of(LORA), expectation, 50);
        assertEquals(
                scored(Calibration.NONE).expectedHours(),
                assessed.run().orElseThrow().uncorrected().modelledHours(),
                1e-9);
    }

    @Test
    void failures_that_another_placement_might_have_spared_are_runs_and_others_are_none() {
        for (FailureKind kind : FailureKind.values()) {
            Optional<PastRun> run = ran(1, new Ending.Failed(Optional.of(kind)));
            assertEquals(kind.isOfTheInstance(), run.map(PastRun::failed).orElse(false), kind.toString());
        }
        assertTrue(ran(0, new Ending.Failed(Optional.empty())).orElseThrow().failed());
        assertEquals(Optional.empty(), ran(0, new Ending.Succeeded()));
    }

    @Test
    void where_there_was_no_ranking_features_do_not_compare_with_others() {
        var features = assessed(1, 1, new Ending.Succeeded()).features();
        assertTrue(Double.isNaN(features.value("cost_to_cheapest")));
        assertTrue(Double.isNaN(features.value("hours_to_fastest")));
        assertEquals(80, features.value("total_gpu_memory_gb"));
    }

    @Test
    void of_an_instance_nobody_lists_only_what_was_told_is_known() {
        Outcome told = outcome(1, 1, new Ending.Succeeded());
        Expectation unlisted = Expectation.unlisted(LORA, told.run(), Optional.empty());
        AssessedOutcome assessed = Assessment.of(told, LORA, QueryId.of(LORA), unlisted, 50);
        assertEquals(Optional.empty(), assessed.label());
        assertEquals(Optional.empty(), assessed.observation());
        assertEquals(Optional.empty(), assessed.run());
        assertEquals(List.of("the catalogue does not list aws/p4de"), assessed.notes());
        assertEquals(7000, assessed.features().value("model_params_m"));
        assertEquals(0, assessed.features().value("is_spot"));
        assertEquals(2, assessed.features().value("provider_id"));
        for (String unknown : List.of("vcpus", "price_per_hour", "node_count", "predicted_hours")) {
            assertTrue(Double.isNaN(assessed.features().value(unknown)), unknown);
        }
    }

    @Test
    void a_prediction_of_nothing_is_none() {
        assertEquals(Optional.empty(), Prediction.ifComparable(1, 0));
        assertEquals(Optional.empty(), Prediction.ifComparable(Double.POSITIVE_INFINITY, 1));
        assertEquals(Optional.of(new Prediction(1, 2)), Prediction.ifComparable(1, 2));
    }

    @Test
    void a_catalogue_finds_what_a_provider_offers_under_a_name() {
        var snapshot = Offers.snapshot(List.of(
                Offers.cpu("aws", "m5", 4, 16, 1, 0),
                Offers.offer("aws", "m5", "us-east-1", A100.machine(), 1, 0),
                Offers.cpu("aws", "m5a", 4, 16, 1, 0),
                Offers.cpu("gcp", "m5", 4, 16, 1, 0)));
        assertEquals(
                List.of("eu-west-1", "us-east-1"),
                snapshot.offers(A100.id().provider(), "m5").stream()
                        .map(offer -> offer.id().region())
                        .toList());
        assertEquals(List.of(), snapshot.offers(A100.id().provider(), "m6"));
        assertEquals(List.of(), Offers.snapshot(List.of()).offers(A100.id().provider(), "m5"));
    }
}
