package ai.artenic.optimizer.application.contract;

import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.calibration.Correction;
import ai.artenic.optimizer.domain.calibration.HardwareClass;
import ai.artenic.optimizer.domain.calibration.WorkloadCalibration;
import ai.artenic.optimizer.domain.experience.PastRun;
import ai.artenic.optimizer.domain.experience.Placement;
import ai.artenic.optimizer.domain.fixture.Observations;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Gpu;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.ranking.Basis;
import ai.artenic.optimizer.domain.ranking.ExplorationPolicy;
import ai.artenic.optimizer.domain.ranking.Weights;
import ai.artenic.optimizer.domain.spot.SpotEvidence;
import ai.artenic.optimizer.domain.spot.SpotExposure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/// What recommendations rest on, for tests.
public final class Bases {
    /// Nothing was known.
    public static final Basis PLAIN = new Basis(
            Weights.DEFAULT, WorkloadCalibration.NONE, List.of(), SpotExposure.NONE, ExplorationPolicy.NEVER, "1.2.3");

    private Bases() {}

    /// A basis that differs with the seed in all it has, with figures of full length.
    public static Basis seeded(long seed) {
        var random = new SplittableRandom(seed);
        double cost = random.nextDouble();
        var observations = Observations.seeded(seed, (int) (10 * seed));
        return new Basis(
                new Weights(cost, 1 - cost, 0, 0),
                Calibration.of(observations).of(Observations.LORA_7B),
                runs(random, (int) (seed * 7 % 101)),
                exposure(random),
                new ExplorationPolicy(random.nextDouble() / 2),
                "1.0." + seed);
    }

    private static SpotExposure exposure(SplittableRandom random) {
        var types = new HashMap<String, SpotEvidence>();
        for (int i = 0; i < random.nextInt(20); i++) {
            types.put("type-" + i, new SpotEvidence(random.nextInt(5), 100 * random.nextDouble()));
        }
        return SpotExposure.of(Map.of(new Provider("aws"), types), 5);
    }

    /// Runs at seeded offers, on any number of nodes.
    public static List<PastRun> runs(SplittableRandom random, int count) {
        var runs = new ArrayList<PastRun>();
        for (Offer offer : Offers.seeded(random.nextLong(), count)) {
            var placement = new Placement(
                    offer.id().provider(),
                    offer.id().instanceType(),
                    offer.machine(),
                    1 + random.nextInt(64),
                    offer.onDemand().value() / 3);
            runs.add(new PastRun(
                    placement, 10 * random.nextDouble(1e-9, 1), 10 * random.nextDouble(1e-9, 1), random.nextBoolean()));
        }
        return runs;
    }

    /// A basis whose figures lie at the ends of their ranges and whose texts are awkward.
    public static Basis extreme() {
        var share = new Accelerators(Gpu.unknown("X-½", OptionalDouble.empty()), 0.125, Double.MIN_VALUE);
        var bare = new Machine(OptionalDouble.empty(), OptionalDouble.empty(), Optional.of(share));
        var run = new PastRun(
                new Placement(new Provider("p".repeat(50)), "\"'\\ \uD83D\uDE80", bare, 1, Double.MIN_VALUE),
                Double.MIN_VALUE,
                1e308,
                true);
        var correction = new Correction(Math.nextUp(1.0), Integer.MAX_VALUE, 0);
        return new Basis(
                new Weights(1, 0, 0, 0),
                new WorkloadCalibration(
                        Map.of(new HardwareClass("A.b_C 'd'"), correction), correction, Correction.NONE),
                List.of(run),
                SpotExposure.of(
                        Map.of(
                                new Provider("p".repeat(50)),
                                Map.of("\"'\\ \uD83D\uDE80", new SpotEvidence(1e300, Double.MIN_VALUE))),
                        1),
                new ExplorationPolicy(Double.MIN_VALUE),
                "");
    }
}
