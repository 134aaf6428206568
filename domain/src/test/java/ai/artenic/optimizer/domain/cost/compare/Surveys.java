package ai.artenic.optimizer.domain.cost.compare;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.cost.carbon.CarbonEstimator;
import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.offer.Billing;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.ranking.CandidateGroup;
import ai.artenic.optimizer.domain.ranking.CandidateSurvey;
import ai.artenic.optimizer.domain.ranking.CandidateSurveyor;
import ai.artenic.optimizer.domain.ranking.Constraints;
import ai.artenic.optimizer.domain.ranking.CostedCandidate;
import ai.artenic.optimizer.domain.spot.SpotExposure;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/// Surveys for tests, and all their candidates one by one.
final class Surveys {
    static final OfferComparer COMPARER = new OfferComparer(CarbonEstimator.UNKNOWN);

    private Surveys() {}

    /// A candidate by itself.
    record Single(String name, OfferId id, boolean isSpot, int nodes, double cost, double hours, double risk) {}

    static CandidateSurvey of(List<Offer> offers, Workload workload, Constraints constraints) {
        return new CandidateSurveyor(Gpus.CATALOG, Billing::of)
                .survey(Offers.snapshot(offers), workload, constraints, Calibration.NONE, SpotExposure.NONE);
    }

    static CandidateSurvey.Found found(List<Offer> offers, Workload workload, Constraints constraints) {
        return assertInstanceOf(CandidateSurvey.Found.class, of(offers, workload, constraints));
    }

    /// All candidates of all groups; risk is 0 where it is no axis.
    static List<Single> singles(CandidateSurvey.Found survey, boolean risk) {
        var singles = new ArrayList<Single>();
        for (CandidateGroup group : survey.groups()) {
            for (int i = 0; i < group.size(); i++) {
                OfferId id = group.offer(i).id();
                singles.add(new Single(
                        CostedCandidate.name(id, group.isSpot(), group.nodes()),
                        id,
                        group.isSpot(),
                        group.nodes(),
                        group.cost(i),
                        group.hours(),
                        risk ? group.interrupted() : 0));
            }
        }
        return singles;
    }

    /// Seeded offers, most of them in several regions, at the same price or another.
    static List<Offer> offers(long seed, int count) {
        var random = new SplittableRandom(seed);
        var offers = new ArrayList<Offer>();
        for (Offer offer : Offers.seeded(seed, count)) {
            offers.add(offer);
            for (int copy = random.nextInt(4); copy > 0; copy--) {
                Offer priced = random.nextBoolean() ? offer : Offers.repriced(offer, 0.8 + random.nextDouble());
                offers.add(new Offer(
                        elsewhere(offer.id(), copy),
                        offer.machine(),
                        priced.onDemand(),
                        priced.spot(),
                        random.nextInt(8) > 0,
                        offer.provenance()));
            }
        }
        return offers;
    }

    private static OfferId elsewhere(OfferId id, int copy) {
        return new OfferId(id.provider(), id.instanceType(), "region-" + copy, Optional.empty());
    }

    static Workload workload(long seed) {
        return switch ((int) (seed % 3)) {
            case 0 -> Workloads.lora7b();
            case 1 -> Workloads.resnet();
            default -> Workloads.trees();
        };
    }

    /// Nothing, a limit that some keep, or certain regions.
    static Constraints constraints(long seed) {
        return switch ((int) (seed / 3 % 4)) {
            case 0 -> Constraints.NONE;
            case 1 -> limits(List.of(), OptionalDouble.of(400));
            case 2 -> limits(List.of("region-1", "eu-west-1"), OptionalDouble.empty());
            default -> limits(List.of("region-2", "region-3", "us-east-1"), OptionalDouble.of(1_000));
        };
    }

    private static Constraints limits(List<String> regions, OptionalDouble maxCost) {
        return new Constraints(
                List.of(),
                List.of(),
                regions,
                List.of(),
                maxCost,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                true,
                1);
    }
}
