package ai.artenic.optimizer.domain.experience;

import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/// Placements for tests, and what ran there.
final class Placements {
    private Placements() {}

    /// A CPU machine of 4 GB a core at 5 cents a core.
    static Placement cpu(String provider, double vcpus, int nodes) {
        Machine machine =
                Offers.cpu(provider, "c" + vcpus, vcpus, 4 * vcpus, 1, 0).machine();
        return new Placement(
                Offers.cpu(provider, "c", 1, 1, 1, 0).id().provider(), "c" + vcpus, machine, nodes, vcpus / 20);
    }

    /// Forty-eight cluster shapes: three families of four sizes on 1 to 8 nodes.
    static List<Placement> clusters() {
        var clusters = new ArrayList<Placement>();
        for (double perCore : new double[] {2, 4, 8}) {
            for (double vcpus : new double[] {4, 8, 16, 32}) {
                for (int nodes : new int[] {1, 2, 4, 8}) {
                    clusters.add(cluster(vcpus, perCore, nodes));
                }
            }
        }
        return clusters;
    }

    private static Placement cluster(double vcpus, double perCore, int nodes) {
        String type = "m" + perCore + "x" + vcpus;
        Offer offer = Offers.cpu("aws", type, vcpus, vcpus * perCore, vcpus * (3 + perCore) / 100, 0);
        return new Placement(
                offer.id().provider(),
                type,
                offer.machine(),
                nodes,
                offer.onDemand().value());
    }

    /// A placement of which neither cores nor memory are known.
    static Placement unknown(String provider, double price) {
        Placement known = cpu(provider, 1, 1);
        var machine = new Machine(OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());
        return new Placement(known.provider(), "unknown", machine, 1, price);
    }

    /// A run that took so many times the modelled hours.
    static PastRun took(Placement placement, double ratio) {
        return new PastRun(placement, 2, 2 * ratio, false);
    }

    static PastRun failed(Placement placement) {
        return new PastRun(placement, 2, 2, true);
    }

    /// Runs at any of the clusters, each at a ratio of its own; one in five failed.
    static List<PastRun> seeded(long seed, int count) {
        var random = new SplittableRandom(seed);
        List<Placement> clusters = clusters();
        var runs = new ArrayList<PastRun>();
        for (int i = 0; i < count; i++) {
            Placement placement = clusters.get(random.nextInt(clusters.size()));
            double ratio = Math.exp(random.nextGaussian(0, 0.5));
            runs.add(new PastRun(placement, 3, 3 * ratio, random.nextInt(5) == 0));
        }
        return runs;
    }
}
