package ai.artenic.optimizer.domain.ranking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.experience.GroupExperience;
import ai.artenic.optimizer.domain.experience.GroupExperience.Lesson;
import ai.artenic.optimizer.domain.experience.PastRun;
import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Observations;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.offer.Billing;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.ranking.CandidateList.Listed;
import ai.artenic.optimizer.domain.ranking.CandidateList.Scored;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Candidates listed one by one are scored as the ranking of their snapshot scores them.
class CandidateListTest {
    private static final CandidateList LIST =
            new CandidateList(Weights.DEFAULT, Reliability.NO_HISTORY, Gpus.CATALOG, Billing::of);
    private static final Calibration CALIBRATION = Calibration.of(IntStream.range(0, 9)
            .mapToObj(i -> Observations.finished("job" + i, 1.5))
            .toList());

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    private static Workload workload(long seed) {
        return switch ((int) (seed % 3)) {
            case 0 -> Workloads.lora7b();
            case 1 -> Workloads.with(Map.of("model_params_m", 30_000));
            default -> Workloads.trees();
        };
    }

    private static List<Listed> listed(Workload workload, List<Offer> offers) {
        var listed = new ArrayList<Listed>();
        for (Offer offer : offers) {
            listed.add(new Listed(workload, offer, false, 1));
            if (offer.spot().isPresent()) {
                listed.add(new Listed(workload, offer, true, 1));
            }
        }
        return listed;
    }

    private static String name(Scored scored) {
        return scored.listed().offer().id() + (scored.listed().isSpot() ? " spot" : "");
    }

    private static void assertAgree(List<InstanceRecommendation> ranked, List<Scored> scored) {
        var byName = new HashMap<String, Scored>();
        scored.stream().filter(one -> one.rejection().isEmpty()).forEach(one -> byName.put(name(one), one));
        for (InstanceRecommendation item : ranked) {
            Scored same = Objects.requireNonNull(byName.remove(Questions.name(item)), Questions.name(item));
            assertEquals(item.score(), same.score(), 1e-12, Questions.name(item));
            assertEquals(item.estimatedHours().expected().value(), same.expectedHours(), 1e-9);
            assertEquals(item.features().value("expected_cost_eur"), same.expectedCost(), 1e-9);
            assertArrayEquals(item.features().values(), same.features().values(), 1e-9, Questions.name(item));
        }
        assertEquals(Map.of(), byName);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void scores_figures_and_features_are_the_rankings(long seed) {
        List<Offer> offers = Offers.seeded(seed, 40);
        Workload workload = workload(seed);
        assertAgree(
                Questions.ranked(offers, Questions.all(workload), Knowledge.of(CALIBRATION)),
                LIST.score(Goal.COST, listed(workload, offers), CALIBRATION, GroupExperience.NONE));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rejections_are_the_rankings(long seed) {
        List<Offer> offers = Offers.seeded(seed, 40);
        Workload workload = workload(seed);
        var counted = new EnumMap<RejectionReason, Integer>(RejectionReason.class);
        LIST.score(Goal.COST, listed(workload, offers), Calibration.NONE, GroupExperience.NONE)
                .forEach(one -> one.rejection().ifPresent(reason -> counted.merge(reason, 1, Integer::sum)));
        var ranked = new EnumMap<RejectionReason, Integer>(RejectionReason.class);
        Questions.ask(offers, Questions.all(workload), Knowledge.NONE)
                .rejected()
                .forEach(rejection -> ranked.put(rejection.reason(), rejection.count()));
        assertEquals(ranked, counted);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void experience_teaches_both_alike(long seed) {
        List<Offer> all = Offers.seeded(seed, 40);
        Workload workload = workload(seed);
        List<Offer> offers = Questions.ranked(all, Questions.all(workload), Knowledge.NONE).stream()
                .map(InstanceRecommendation::offer)
                .distinct()
                .toList();
        PastRun[] runs = Questions.seeded(offers, seed);
        assertAgree(
                Questions.ranked(offers, Questions.all(workload), Questions.learned(runs)),
                LIST.score(Goal.COST, listed(workload, offers), Calibration.NONE, GroupExperience.of(List.of(runs))));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_lesson_can_be_taken_out_again(long seed) {
        List<Offer> offers = Offers.seeded(seed, 20);
        Workload workload = workload(seed);
        List<Listed> listed =
                listed(workload, offers).stream().filter(one -> !one.isSpot()).toList();
        GroupExperience experience = GroupExperience.of(List.of(Questions.seeded(offers, seed)));
        List<Scored> before = LIST.score(Goal.COST, listed, CALIBRATION, GroupExperience.NONE);
        List<Scored> after = LIST.score(Goal.COST, listed, CALIBRATION, experience);
        for (int i = 0; i < listed.size(); i++) {
            Lesson lesson = after.get(i).lesson();
            assertEquals(Lesson.NONE, before.get(i).lesson());
            assertEquals(8, lesson.runs());
            double hours = before.get(i).expectedHours();
            assertEquals(hours, after.get(i).hoursBeforeLesson(), 1e-9 * hours);
            assertEquals(
                    after.get(i).expectedCost() * lesson.riskFactor(),
                    after.get(i).judgedCost(),
                    1e-9);
            assertTrue(after.get(i).referenceCost() > 0);
            assertFalse(Double.isNaN(after.get(i).calibrated()));
        }
    }
}
