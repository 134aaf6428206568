package ai.artenic.optimizer.domain.cost.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.ranking.CandidateGroup;
import ai.artenic.optimizer.domain.ranking.CandidateSurvey;
import ai.artenic.optimizer.domain.ranking.Constraints;
import ai.artenic.optimizer.domain.ranking.CostedCandidate;
import ai.artenic.optimizer.domain.ranking.Goal;
import ai.artenic.optimizer.domain.ranking.HeuristicRanker;
import ai.artenic.optimizer.domain.ranking.InstanceRecommendation;
import ai.artenic.optimizer.domain.ranking.Mode;
import ai.artenic.optimizer.domain.ranking.Ranking;
import ai.artenic.optimizer.domain.ranking.RecommendRequest;
import ai.artenic.optimizer.domain.ranking.Reliability;
import ai.artenic.optimizer.domain.ranking.Weights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A survey beside the ranking of the same offers.
class SurveyTest {
    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static Ranking ranking(List<Offer> offers, long seed) {
        var request = new RecommendRequest(
                Surveys.workload(seed),
                Surveys.constraints(seed),
                Goal.COST,
                Mode.HEURISTIC,
                RecommendRequest.MOST_TOP_N,
                Optional.empty(),
                false);
        return new HeuristicRanker(Weights.DEFAULT, Reliability.NO_HISTORY, Gpus.CATALOG)
                .rank(Offers.snapshot(offers), request);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_candidates_are_those_of_the_ranking_with_the_same_estimates(long seed) {
        List<Offer> offers = Surveys.offers(seed, 16); // no more than a hundred candidates
        CandidateSurvey survey = Surveys.of(offers, Surveys.workload(seed), Surveys.constraints(seed));
        switch (ranking(offers, seed)) {
            case Ranking.Empty empty -> assertEquals(new CandidateSurvey.Nothing(empty), survey);
            case Ranking.Ordered ordered -> {
                var found = assertInstanceOf(CandidateSurvey.Found.class, survey);
                assertEquals(ordered.totalConsidered(), found.totalConsidered());
                assertEquals(ordered.afterFilter(), found.admitted());
                assertEquals(ordered.rejected(), found.rejected());
                assertEquals(ordered.assumptions(), found.assumptions());
                assertEquals(
                        ordered.recommendations().stream()
                                .sorted(Comparator.comparing(InstanceRecommendation::name))
                                .map(SurveyTest::figures)
                                .toList(),
                        candidates(found).stream()
                                .sorted(Comparator.comparing(CostedCandidate::name))
                                .map(SurveyTest::figures)
                                .toList());
            }
        }
    }

    private static List<CostedCandidate> candidates(CandidateSurvey.Found found) {
        var candidates = new ArrayList<CostedCandidate>();
        for (CandidateGroup group : found.groups()) {
            for (int i = 0; i < group.size(); i++) {
                candidates.add(group.candidate(i));
                assertTrue(i == 0 || group.cost(i - 1) <= group.cost(i), "cost rises in a group");
            }
        }
        return candidates;
    }

    private static List<Object> figures(InstanceRecommendation item) {
        return List.of(
                item.name(),
                item.pricePerHour(),
                item.estimatedHours(),
                item.estimatedCost(),
                item.gpuMemoryRequired());
    }

    private static List<Object> figures(CostedCandidate item) {
        return List.of(
                item.name(),
                item.pricePerHour(),
                item.estimatedHours(),
                item.estimatedCost(),
                item.gpuMemoryRequired());
    }

    @Test
    void spot_may_be_interrupted_and_on_demand_is_not() {
        List<Offer> offers = List.of(Offers.gpu("aws", "a100", Gpus.A100, 1, 3, 1));
        CandidateSurvey.Found found = Surveys.found(offers, Workloads.lora7b(), Constraints.NONE);
        assertEquals(2, found.groups().size());
        for (CandidateGroup group : found.groups()) {
            double interrupted = group.candidate(0).interrupted();
            assertTrue(group.isSpot() ? interrupted > 0.5 && interrupted <= 1 : interrupted == 0, "" + interrupted);
        }
    }

    @Test
    void a_provider_without_a_candidate_is_there_unless_it_is_ruled_out() {
        List<Offer> offers =
                List.of(Offers.gpu("aws", "a100", Gpus.A100, 1, 3, 0), Offers.cpu("hetzner", "cx", 4, 8, 0.02, 0));
        CandidateSurvey.Found found = Surveys.found(offers, Workloads.lora7b(), Constraints.NONE);
        assertEquals(
                List.of("aws 1", "hetzner 0"),
                found.coverage().stream()
                        .map(each -> each.provider().key() + " " + each.offers())
                        .toList());
    }
}
