package ai.artenic.optimizer.domain.cost.compare;

import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.artenic.optimizer.domain.cost.compare.CostComparison.Member;
import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.ranking.Constraints;
import ai.artenic.optimizer.domain.ranking.CostedCandidate;
import ai.artenic.optimizer.domain.workload.Workload;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Twice the GPUs at twice the price finish a job that they share perfectly in half the time, for the same cost: prices
/// are rounded to 6 places, so that without rounding one of the two would cost some billionths of a EUR less.
class ScaledOffersTest {
    private static final Workload SHARED = Workloads.of(
            Map.of("framework", "pytorch", "gpu_required", true, "dataset_size_gb", 2.3, "model_params_m", 1.7));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void no_member_of_the_frontier_costs_as_much_as_a_faster_one(long seed) {
        var random = new SplittableRandom(seed);
        var offers = new ArrayList<Offer>();
        for (String provider : List.of("a", "b", "c", "d")) {
            double price = 0.1 + random.nextDouble();
            for (int count = 1; count <= 8; count *= 2) {
                offers.add(Offers.gpu(provider, "x" + count, Gpus.A100, count, price * count, 0));
            }
        }
        CostComparison comparison =
                Surveys.COMPARER.compare(Surveys.found(offers, SHARED, Constraints.NONE), false, 10);
        for (Member one : comparison.frontier()) {
            for (Member other : comparison.frontier()) {
                CostedCandidate slow = one.candidate().costed();
                CostedCandidate fast = other.candidate().costed();
                assertFalse(
                        hours(fast) < hours(slow) && cost(fast).compareTo(cost(slow)) <= 0,
                        () -> slow + " is beaten by " + fast);
            }
        }
    }

    private static double hours(CostedCandidate candidate) {
        return candidate.estimatedHours().expected().value();
    }

    private static BigDecimal cost(CostedCandidate candidate) {
        Eur cost = candidate.estimatedCost().expected();
        return cost.amount();
    }
}
