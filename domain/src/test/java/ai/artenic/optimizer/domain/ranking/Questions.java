package ai.artenic.optimizer.domain.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.experience.GroupExperience;
import ai.artenic.optimizer.domain.experience.PastRun;
import ai.artenic.optimizer.domain.experience.Placement;
import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.spot.SpotExposure;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/// Requests for tests, and the answers to them.
final class Questions {
    private Questions() {}

    static RecommendRequest of(Workload workload, Constraints constraints, int topN) {
        return new RecommendRequest(workload, constraints, Goal.COST, Mode.AUTO, topN, Optional.empty(), false);
    }

    /// All candidates, if they are no more than a hundred.
    static RecommendRequest all(Workload workload) {
        return of(workload, Constraints.NONE, RecommendRequest.MOST_TOP_N);
    }

    static Constraints limits(OptionalDouble maxHours, OptionalDouble maxCost) {
        return new Constraints(
                List.of(), List.of(), List.of(), List.of(), maxCost, maxHours, OptionalDouble.empty(), true, 1);
    }

    static Ranking ask(List<Offer> offers, RecommendRequest request, Knowledge knowledge) {
        Ranking ranking = new HeuristicRanker(Weights.DEFAULT, Reliability.NO_HISTORY, Gpus.CATALOG)
                .rank(Offers.snapshot(offers), request, knowledge);
        int rejected = ranking.rejected().stream().mapToInt(Rejection::count).sum();
        int admitted = ranking instanceof Ranking.Ordered ordered ? ordered.afterFilter() : 0;
        assertEquals(ranking.totalConsidered(), admitted + rejected, "every candidate is counted once");
        return ranking;
    }

    static List<InstanceRecommendation> ranked(List<Offer> offers, RecommendRequest request, Knowledge knowledge) {
        return assertInstanceOf(Ranking.Ordered.class, ask(offers, request, knowledge))
                .recommendations();
    }

    static Knowledge learned(PastRun... runs) {
        return new Knowledge(
                Calibration.NONE, GroupExperience.of(List.of(runs)), SpotExposure.NONE, new Scoring.ByRule());
    }

    static Knowledge by(Scoring scoring) {
        return new Knowledge(Calibration.NONE, GroupExperience.NONE, SpotExposure.NONE, scoring);
    }

    /// One node of the offer on demand.
    static Placement at(Offer offer) {
        return new Placement(
                offer.id().provider(),
                offer.id().instanceType(),
                offer.machine(),
                1,
                offer.onDemand().value());
    }

    /// A run there that took so many times the modelled hours.
    static PastRun took(Offer offer, double ratio) {
        return new PastRun(at(offer), 2, 2 * ratio, false);
    }

    /// Runs at some of the offers, each at a ratio of its own; one in five failed.
    static PastRun[] seeded(List<Offer> offers, long seed) {
        var random = new SplittableRandom(seed);
        var runs = new ArrayList<PastRun>();
        for (int i = 0; i < 8; i++) {
            Offer offer = offers.get(random.nextInt(offers.size()));
            double ratio = Math.exp(random.nextGaussian(0.5, 0.7));
            runs.add(new PastRun(at(offer), 1, ratio, random.nextInt(5) == 0));
        }
        return runs.toArray(PastRun[]::new);
    }

    static String name(InstanceRecommendation item) {
        return item.offer().id() + (item.isSpot() ? " spot" : "");
    }

    static List<String> names(List<InstanceRecommendation> ranked) {
        return ranked.stream().map(Questions::name).toList();
    }
}
