package ai.artenic.optimizer.domain.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Billing;
import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The promises of the heuristic score, on seeded catalogues and workloads. The failing seed is the test's name.
class RankingPropertiesTest {
    private static final int EVERYTHING = 100;

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static RecommendRequest request(Workload workload, Goal goal) {
        return new RecommendRequest(
                workload, Constraints.NONE, goal, Mode.HEURISTIC, EVERYTHING, Optional.empty(), false);
    }

    private static Workload workload(long seed) {
        return switch ((int) (seed % 3)) {
            case 0 -> Workloads.lora7b();
            case 1 -> Workloads.resnet();
            default -> Workloads.trees();
        };
    }

    private static Goal goal(long seed) {
        return List.of(Goal.values()).get((int) (seed / 3 % 3));
    }

    private static List<InstanceRecommendation> rank(List<Offer> offers, long seed) {
        return rank(offers, seed, Reliability.NO_HISTORY);
    }

    private static List<InstanceRecommendation> rank(List<Offer> offers, long seed, Reliability reliability) {
        var ranker = new HeuristicRanker(Weights.DEFAULT, reliability, Gpus.CATALOG);
        Ranking ranking = ranker.rank(Offers.snapshot(offers), request(workload(seed), goal(seed)));
        return ranking instanceof Ranking.Ordered ordered ? ordered.recommendations() : List.of();
    }

    private static List<String> names(List<InstanceRecommendation> ranked) {
        return ranked.stream().map(RankingPropertiesTest::name).toList();
    }

    private static String name(InstanceRecommendation item) {
        return item.offer().id() + (item.isSpot() ? " spot" : "");
    }

    private static List<Offer> offers(long seed) {
        return Offers.seeded(seed, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_order_of_the_input_changes_nothing(long seed) {
        var shuffled = new ArrayList<>(offers(seed));
        Collections.shuffle(shuffled, new Random(seed));
        assertEquals(rank(offers(seed), seed), rank(shuffled, seed));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void scaling_all_prices_changes_no_order(long seed) {
        for (double factor : new double[] {0.5, 2, 1.1567}) {
            List<Offer> scaled = offers(seed).stream()
                    .map(offer -> Offers.repriced(offer, factor))
                    .toList();
            assertEquals(names(rank(offers(seed), seed)), names(rank(scaled, seed)), "factor " + factor);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void an_added_offer_never_swaps_two_others(long seed) {
        List<String> before = names(rank(offers(seed), seed));
        for (double price : new double[] {1e-3, 0.5, 1e6}) {
            var more = new ArrayList<>(offers(seed));
            more.add(Offers.gpu("newcomer", "absurd", Gpus.T4, 1, price, 0));
            List<String> after = new ArrayList<>(names(rank(more, seed)));
            after.removeIf(name -> name.startsWith("newcomer"));
            assertEquals(before.subList(0, after.size()), after, "price " + price);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_lower_price_never_ranks_lower(long seed) {
        List<InstanceRecommendation> before = rank(offers(seed), seed);
        if (before.isEmpty()) {
            return;
        }
        InstanceRecommendation chosen = before.get((int) (seed % before.size()));
        List<Offer> cheaper = offers(seed).stream()
                .map(offer -> offer.id().equals(chosen.offer().id()) ? Offers.repriced(offer, 0.7) : offer)
                .toList();
        int after = names(rank(cheaper, seed)).indexOf(name(chosen)) + 1;
        assertTrue(after >= 1 && after <= chosen.rank(), "was " + chosen.rank() + ", became " + after);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_more_reliable_provider_scores_higher(long seed) {
        var shaky = new Reliability(Map.of(new Provider("aws"), new Reliability.History(5, 5)));
        List<InstanceRecommendation> before = rank(offers(seed), seed, shaky);
        List<InstanceRecommendation> after = rank(offers(seed), seed);
        for (InstanceRecommendation item : before) {
            double score = after.stream()
                    .filter(other -> name(other).equals(name(item)))
                    .findFirst()
                    .orElseThrow()
                    .score();
            boolean ofAws = item.offer().id().provider().key().equals("aws");
            assertTrue(ofAws ? score > item.score() : score == item.score(), name(item));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void more_memory_at_the_same_speed_and_price_scores_higher(long seed) {
        var random = new SplittableRandom(seed);
        double small = 24 + random.nextInt(30);
        double large = small + 1 + random.nextInt(30);
        var ranked = rank(List.of(card("small", small), card("large", large)), 0);
        assertEquals("large", ranked.getFirst().offer().id().instanceType());
        assertTrue(ranked.get(0).score() > ranked.get(1).score());
    }

    private static Offer card(String type, double memoryGb) {
        var machine = new Machine(
                OptionalDouble.of(16), OptionalDouble.of(128), Optional.of(new Accelerators(Gpus.A100, 1, memoryGb)));
        return Offers.offer("aws", type, "eu-west-1", machine, 2, 0);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_candidate_that_another_beats_in_every_part_is_first(long seed) {
        List<InstanceRecommendation> ranked = rank(offers(seed), seed);
        if (ranked.isEmpty()) {
            return;
        }
        ScoreParts first = ranked.getFirst().parts();
        for (InstanceRecommendation other : ranked) {
            ScoreParts parts = other.parts();
            boolean atLeastAsGood = parts.costEfficiency() >= first.costEfficiency()
                    && parts.gpuMatch() >= first.gpuMatch()
                    && parts.memoryHeadroom() >= first.memoryHeadroom()
                    && parts.reliability() >= first.reliability();
            boolean better = parts.costEfficiency() > first.costEfficiency()
                    || parts.gpuMatch() > first.gpuMatch()
                    || parts.memoryHeadroom() > first.memoryHeadroom()
                    || parts.reliability() > first.reliability();
            assertFalse(atLeastAsGood && better, name(other) + " dominates the first");
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_counterfactual_price_makes_a_candidate_first_and_a_higher_one_does_not(long seed) {
        List<InstanceRecommendation> ranked = rank(offers(seed), seed);
        for (InstanceRecommendation item : ranked.stream().limit(8).toList()) {
            item.firstIf().ifPresent(price -> {
                String at = names(rank(at(seed, item, price.value()), seed)).getFirst();
                assertEquals(name(item), at, "at " + price);
                String above = names(rank(at(seed, item, price.value() * 1.001 + 2e-6), seed))
                        .getFirst();
                assertFalse(
                        name(item).equals(above)
                                && price.value() * 1.001 < item.pricePerHour().value(),
                        "above");
            });
        }
    }

    private static List<Offer> at(long seed, InstanceRecommendation item, double price) {
        return offers(seed).stream()
                .map(offer -> offer.id().equals(item.offer().id()) ? priced(offer, item.isSpot(), price) : offer)
                .toList();
    }

    private static Offer priced(Offer offer, boolean spot, double price) {
        var eur = ai.artenic.optimizer.domain.quantity.EurPerHour.of(price);
        OfferId id = offer.id();
        return new Offer(
                id,
                offer.machine(),
                spot ? offer.onDemand() : eur,
                spot ? Optional.of(eur) : offer.spot(),
                true,
                offer.provenance(),
                offer.providerRate());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_candidate_is_ranked_once_or_counted_once(long seed) {
        var ranker = new HeuristicRanker(Weights.DEFAULT, Reliability.NO_HISTORY, Gpus.CATALOG);
        CatalogSnapshot snapshot = Offers.snapshot(offers(seed));
        Ranking ranking = ranker.rank(snapshot, request(workload(seed), goal(seed)));
        long candidates = snapshot.offers().size()
                + snapshot.offers().stream().filter(o -> o.spot().isPresent()).count();
        int rejected = ranking.rejected().stream().mapToInt(Rejection::count).sum();
        assertEquals(candidates, ranking.totalConsidered());
        if (ranking instanceof Ranking.Ordered ordered) {
            assertEquals(candidates, rejected + ordered.afterFilter());
            List<String> names = names(ordered.recommendations());
            assertEquals(names.size(), new HashSet<>(names).size());
            assertEquals(Math.min(EVERYTHING, ordered.afterFilter()), names.size());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void parts_lie_between_zero_and_one_and_add_up_to_the_score(long seed) {
        Weights weights = Weights.DEFAULT.towards(goal(seed));
        for (InstanceRecommendation item : rank(offers(seed), seed)) {
            ScoreParts parts = item.parts();
            for (double part :
                    new double[] {parts.costEfficiency(), parts.gpuMatch(), parts.memoryHeadroom(), parts.reliability()
                    }) {
                assertTrue(part >= 0 && part <= 1, name(item) + " " + parts);
            }
            double sum = weights.costEfficiency() * parts.costEfficiency()
                    + weights.gpuMatch() * parts.gpuMatch()
                    + weights.memoryHeadroom() * parts.memoryHeadroom()
                    + weights.reliability() * parts.reliability();
            assertEquals(sum, item.score(), 1e-12);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void more_memory_never_gets_an_offer_rejected(long seed) {
        List<Offer> offers = offers(seed);
        List<Offer> roomier =
                offers.stream().map(RankingPropertiesTest::withTwiceTheMemory).toList();
        assertTrue(rank(roomier, seed).size() >= rank(offers, seed).size());
    }

    private static Offer withTwiceTheMemory(Offer offer) {
        Machine machine = offer.machine();
        OptionalDouble memory = machine.memoryGb().isPresent()
                ? OptionalDouble.of(2 * machine.memoryGb().getAsDouble())
                : machine.memoryGb();
        var roomier = new Machine(
                machine.vcpus(),
                memory,
                machine.accelerators().map(has -> new Accelerators(has.gpu(), has.count(), 2 * has.memoryGbEach())));
        return new Offer(
                offer.id(),
                roomier,
                offer.onDemand(),
                offer.spot(),
                offer.available(),
                offer.provenance(),
                offer.providerRate());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_frontier_marks_agree_with_brute_force(long seed) {
        List<InstanceRecommendation> ranked = rank(offers(seed), seed);
        for (InstanceRecommendation item : ranked) {
            double cost = exactCost(item);
            double hours = item.estimatedHours().expected().value();
            boolean dominated = ranked.stream()
                    .anyMatch(other -> exactCost(other) <= cost
                            && other.estimatedHours().expected().value() <= hours
                            && (exactCost(other) < cost
                                    || other.estimatedHours().expected().value() < hours));
            assertEquals(!dominated, item.onFrontier(), name(item));
        }
    }

    private static double exactCost(InstanceRecommendation item) {
        Billing billing = Billing.of(item.offer().id().provider());
        return item.pricePerHour().value()
                * billing.hours(item.estimatedHours().expected().value())
                * item.nodeCount();
    }
}
