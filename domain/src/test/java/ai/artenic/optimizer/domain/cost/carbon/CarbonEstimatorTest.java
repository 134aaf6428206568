package ai.artenic.optimizer.domain.cost.carbon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.quantity.Hours;
import ai.artenic.optimizer.domain.quantity.Interval;
import ai.artenic.optimizer.domain.ranking.CostedCandidate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CarbonEstimatorTest {
    private static final CarbonEstimator CARBON = new CarbonEstimator(
            (provider, region) -> region.equals("eu-west-1") ? OptionalDouble.of(290) : OptionalDouble.empty(),
            type -> type.equals(Gpus.A100.type()) ? OptionalDouble.of(400) : OptionalDouble.empty());

    private static OptionalDouble grams(Offer offer, int nodes) {
        var ten = new Hours(10);
        return CARBON.grams(new CostedCandidate(
                offer,
                false,
                nodes,
                offer.onDemand(),
                new Interval<>(new Hours(5), ten, new Hours(20)),
                new Interval<>(Eur.of(1), Eur.of(2), Eur.of(3)),
                Optional.empty(),
                0));
    }

    @Test
    void power_times_hours_times_overhead_times_intensity() {
        // 2 boards 800 W, 24 vCPU at 2.12 W 50.88 W, 170 GB at 0.392 W 66.64 W; 10 h, 1.135, 290 g/kWh
        double oneNode = 0.91752 * 10 * 1.135 * 290;
        assertEquals(
                oneNode, grams(Offers.gpu("aws", "a", Gpus.A100, 2, 3, 0), 1).orElseThrow(), 1e-6);
        assertEquals(
                3 * oneNode,
                grams(Offers.gpu("aws", "a", Gpus.A100, 2, 3, 0), 3).orElseThrow(),
                1e-6);
    }

    @Test
    void a_share_of_a_board_draws_its_share() {
        var machine = new Machine(
                OptionalDouble.of(1), OptionalDouble.of(10), Optional.of(new Accelerators(Gpus.A100, 0.25, 20)));
        Offer quarter = Offers.offer("aws", "q", "eu-west-1", machine, 1, 0);
        assertEquals(
                (100 + 2.12 + 3.92) / 1000 * 10 * 1.135 * 290, grams(quarter, 1).orElseThrow(), 1e-6);
    }

    @Test
    void what_is_not_known_is_not_zero() {
        var bare = new Machine(OptionalDouble.empty(), OptionalDouble.of(10), Optional.empty());
        var cpu = new Machine(OptionalDouble.of(2), OptionalDouble.of(10), Optional.empty());
        assertEquals(OptionalDouble.empty(), grams(Offers.offer("aws", "a", "mars", cpu, 1, 0), 1), "region");
        assertEquals(OptionalDouble.empty(), grams(Offers.offer("nobody", "a", "eu-west-1", cpu, 1, 0), 1), "overhead");
        assertEquals(OptionalDouble.empty(), grams(Offers.offer("aws", "a", "eu-west-1", bare, 1, 0), 1), "vCPUs");
        assertEquals(OptionalDouble.empty(), grams(Offers.gpu("aws", "a", Gpus.T4, 1, 1, 0), 1), "GPU");
    }
}
