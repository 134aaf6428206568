package ai.artenic.optimizer.domain.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.ranking.Basis;
import ai.artenic.optimizer.domain.ranking.Constraints;
import ai.artenic.optimizer.domain.ranking.ExplorationPolicy;
import ai.artenic.optimizer.domain.ranking.Goal;
import ai.artenic.optimizer.domain.ranking.HeuristicRanker;
import ai.artenic.optimizer.domain.ranking.Knowledge;
import ai.artenic.optimizer.domain.ranking.Mode;
import ai.artenic.optimizer.domain.ranking.Ranking;
import ai.artenic.optimizer.domain.ranking.RecommendRequest;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import ai.artenic.optimizer.domain.ranking.Reliability;
import ai.artenic.optimizer.domain.ranking.Scoring;
import ai.artenic.optimizer.domain.ranking.Weights;
import ai.artenic.optimizer.domain.workload.QueryId;
import ai.artenic.optimizer.domain.workload.WorkloadHash;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Offer A100 = Offers.gpu("gcp", "a100", Gpus.A100, 1, 2.5, 0);
    private static final Offer L4 = Offers.gpu("aws", "l4", Gpus.L4, 1, 0.8, 0);
    private static final Offer H100 = Offers.gpu("aws", "h100", Gpus.H100, 1, 15, 0);

    private static Ranking.Ordered order(Weights weights, Offer... offers) {
        var ranker = new HeuristicRanker(weights, Reliability.NO_HISTORY, Gpus.CATALOG);
        return (Ranking.Ordered) ranker.rank(Offers.snapshot(List.of(offers)), request());
    }

    private static RecommendRequest request() {
        return new RecommendRequest(
                Workloads.lora7b(), Constraints.NONE, Goal.COST, Mode.AUTO, 5, Optional.empty(), true);
    }

    private static Recommendation answer(Ranking.Ordered order) {
        return new Recommendation(
                new UUID(0, 0),
                request(),
                QueryId.of(Workloads.lora7b()),
                WorkloadHash.of(Workloads.lora7b()),
                Mode.HEURISTIC,
                Optional.empty(),
                "snapshot",
                Offers.OBSERVED,
                List.of("told once"),
                order.assumptions(),
                order.totalConsidered(),
                order.afterFilter(),
                order.rejected(),
                order.recommendations(),
                order.frontierTruncated(),
                Optional.empty());
    }

    private static List<String> differing(Recommendation answered, Ranking.Ordered now) {
        return Comparison.of(answered, answered.rankedAnew(now, ExplorationPolicy.NEVER)).stream()
                .map(each -> (each.rank().isPresent() ? each.rank().getAsInt() + " " : "") + each.field())
                .toList();
    }

    @Test
    void the_same_order_again_differs_in_nothing() {
        Ranking.Ordered order = order(Weights.DEFAULT, A100, L4);
        assertEquals(List.of(), differing(answer(order), order));
    }

    @Test
    void another_price_differs_in_all_that_follows_from_it_and_tells_both_figures() {
        Recommendation answered = answer(order(Weights.DEFAULT, A100));
        Ranking.Ordered now = order(Weights.DEFAULT, Offers.gpu("gcp", "a100", Gpus.A100, 1, 2.6, 0));
        assertEquals(
                List.of(
                        "1 offer",
                        "1 price_per_hour_eur",
                        "1 estimated_cost_eur",
                        "1 score",
                        "1 score_parts",
                        "1 explanation",
                        "1 features"),
                differing(answered, now));
        assertEquals(
                new Difference(OptionalInt.of(1), "price_per_hour_eur", "2.5", "2.6"),
                Comparison.of(answered, answered.rankedAnew(now, ExplorationPolicy.NEVER))
                        .get(1));
    }

    @Test
    void another_instance_at_a_rank_is_named_with_its_hours_cost_and_score() {
        Recommendation answered = answer(order(Weights.DEFAULT, A100));
        List<String> differing = differing(answered, order(Weights.DEFAULT, H100));
        assertEquals(
                List.of("1 instance", "1 estimated_hours", "1 estimated_cost_eur", "1 score"),
                List.of("1 instance", "1 estimated_hours", "1 estimated_cost_eur", "1 score").stream()
                        .filter(differing::contains)
                        .toList());
    }

    @Test
    void a_longer_list_shows_what_is_there_and_what_is_not() {
        Recommendation answered = answer(order(Weights.DEFAULT, A100, H100));
        List<Difference> differences =
                Comparison.of(answered, answered.rankedAnew(order(Weights.DEFAULT, A100), ExplorationPolicy.NEVER));
        String second = answered.recommendations().get(1).name();
        assertEquals(new Difference(OptionalInt.of(2), "instance", second, "nothing"), differences.getLast());
        assertEquals(new Difference(OptionalInt.empty(), "total_considered", "2", "1"), differences.getFirst());
    }

    @Test
    void a_score_that_differs_in_its_last_bit_differs() {
        Ranking.Ordered order = order(Weights.DEFAULT, A100);
        var other = new Weights(Math.nextUp(0.40), 0.30, 0.20, 0.10);
        assertFalse(differing(answer(order), order(other, A100)).isEmpty());
    }

    @Test
    void an_exploration_that_was_not_there_is_a_difference_of_the_whole() {
        Ranking.Ordered order = order(Weights.DEFAULT, A100);
        Recommendation answered = answer(order);
        List<Difference> differences = Comparison.of(answered, answered.rankedAnew(order, new ExplorationPolicy(0.1)));
        assertEquals(
                List.of("exploration"),
                differences.stream().map(Difference::field).toList());
    }

    @Test
    void a_basis_gives_back_the_knowledge_it_was_made_of() {
        var basis = Basis.of(Workloads.lora7b(), Weights.DEFAULT, Knowledge.NONE, ExplorationPolicy.NEVER, "1.2.3");
        Knowledge again = basis.knowledge(Workloads.lora7b(), new Scoring.ByRule());
        assertEquals(basis, Basis.of(Workloads.lora7b(), Weights.DEFAULT, again, ExplorationPolicy.NEVER, "1.2.3"));
    }
}
