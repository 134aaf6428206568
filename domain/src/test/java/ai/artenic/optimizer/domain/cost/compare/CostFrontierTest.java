package ai.artenic.optimizer.domain.cost.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.ranking.CandidateGroup;
import ai.artenic.optimizer.domain.ranking.Constraints;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostFrontierTest {
    private static final CandidateGroup GROUP = Surveys.found(
                    List.of(Offers.gpu("aws", "a100", Gpus.A100, 1, 3, 0)), Workloads.lora7b(), Constraints.NONE)
            .groups()
            .getFirst();

    private static Contender at(double cost, double hours) {
        return new Contender(GROUP, 0, cost, hours, 0);
    }

    private static List<Contender> frontier(Contender... contenders) {
        var frontier = new CostFrontier();
        List.of(contenders).forEach(frontier::add);
        return frontier.members();
    }

    @Test
    void the_knee_is_farthest_below_the_line_between_the_ends_on_logarithms() {
        // ends 1 EUR, 100 h and 100 EUR, 1 h; on logarithms scaled to [0, 1] the line is x + y = 1
        Contender near = at(4, 20); // x 0.301, y 0.651: 0.048 below
        Contender knee = at(5, 5); // x 0.349, y 0.349: 0.301 below
        Contender above = at(50, 4); // x 0.849, y 0.301: 0.151 above
        List<Contender> members = frontier(at(100, 1), near, above, knee, at(1, 100));
        assertEquals(5, members.size());
        assertEquals(knee, CostFrontier.balanced(members));
    }

    @Test
    void of_members_equally_far_below_the_line_the_cheapest_is_balanced() {
        List<Contender> members = frontier(at(1, 16), at(2, 4), at(4, 2), at(16, 1));
        assertEquals(at(2, 4), CostFrontier.balanced(members));
    }

    @Test
    void where_none_lies_below_the_line_the_cheapest_is_balanced() {
        assertEquals(at(1, 100), CostFrontier.balanced(frontier(at(1, 100), at(100, 1))));
        assertEquals(at(1, 100), CostFrontier.balanced(frontier(at(1, 100), at(90, 90), at(100, 1))));
        assertEquals(at(7, 7), CostFrontier.balanced(frontier(at(7, 7))));
    }

    @Test
    void a_machine_that_costs_nothing_has_its_place() {
        List<Contender> members = frontier(at(0, 100), at(1, 1.5), at(100, 1));
        assertEquals(at(0, 100), members.getFirst());
        assertTrue(members.contains(CostFrontier.balanced(members)));
    }

    @Test
    void risk_lets_a_dearer_candidate_stay() {
        var safe = new Contender(GROUP, 0, 10, 10, 0);
        var risky = new Contender(GROUP, 0, 4, 9, 0.3);
        assertEquals(List.of(risky, safe), frontier(safe, risky));
    }

    @Test
    void the_witness_is_the_cheapest_member_that_dominates() {
        List<Contender> members = frontier(at(1, 100), at(5, 10), at(20, 2));
        var witnesses = new ArrayList<Contender>();
        for (Contender one : List.of(at(2, 100), at(6, 10), at(30, 30), at(30, 2))) {
            witnesses.add(CostFrontier.dominator(members, one).orElseThrow());
        }
        assertEquals(List.of(at(1, 100), at(5, 10), at(5, 10), at(20, 2)), witnesses);
        assertTrue(CostFrontier.dominator(members, at(5, 10)).isEmpty(), "alike is not dominated");
    }
}
