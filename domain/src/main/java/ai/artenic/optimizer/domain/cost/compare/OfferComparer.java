package ai.artenic.optimizer.domain.cost.compare;

import ai.artenic.optimizer.domain.cost.carbon.CarbonEstimator;
import ai.artenic.optimizer.domain.cost.compare.CostComparison.Compared;
import ai.artenic.optimizer.domain.cost.compare.CostComparison.Dominated;
import ai.artenic.optimizer.domain.cost.compare.CostComparison.Member;
import ai.artenic.optimizer.domain.cost.compare.CostComparison.ProviderSide;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.ranking.CandidateGroup;
import ai.artenic.optimizer.domain.ranking.CandidateSurvey;
import ai.artenic.optimizer.domain.ranking.CostedCandidate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/// Sets all admitted candidates of a survey side by side. Within a group only the cheapest can be a
/// provider's best or a member of the frontier, so that a comparison looks at groups, and at single
/// candidates only where it counts them.
public final class OfferComparer {
    private final CarbonEstimator carbon;

    public OfferComparer(CarbonEstimator carbon) {
        this.carbon = carbon;
    }

    /// @param risk whether the probability of an interruption is a third axis
    /// @param listed how many dominated candidates to name besides the best of each provider
    public CostComparison compare(CandidateSurvey.Found survey, boolean risk, int listed) {
        var frontier = new CostFrontier();
        var best = new HashMap<Provider, Contender>();
        var firsts = new ArrayList<Contender>(survey.groups().size());
        for (CandidateGroup group : survey.groups()) {
            Contender cheapest = Contender.cheapestOf(group, risk);
            firsts.add(cheapest);
            frontier.add(cheapest);
            best.merge(group.provider(), cheapest, OfferComparer::cheaper);
        }
        List<Contender> members = frontier.members();
        int[] alike = alike(firsts, members);
        int undominated = members.size();
        for (int others : alike) {
            undominated += others;
        }
        return new CostComparison(
                survey.totalConsidered(),
                survey.admitted(),
                survey.rejected(),
                survey.assumptions(),
                providers(survey, best),
                members(members, alike),
                dominated(firsts, members, best, risk, listed),
                survey.admitted() - undominated,
                name(members.getFirst()),
                name(members.stream().min(Contender.FASTEST_FIRST).orElseThrow()),
                name(CostFrontier.balanced(members)));
    }

    private static Contender cheaper(Contender one, Contender other) {
        return Contender.CHEAPEST_FIRST.compare(one, other) <= 0 ? one : other;
    }

    private List<ProviderSide> providers(CandidateSurvey.Found survey, Map<Provider, Contender> best) {
        return survey.coverage().stream()
                .map(coverage -> new ProviderSide(
                        coverage,
                        Optional.ofNullable(best.get(coverage.provider())).map(this::compared)))
                .toList();
    }

    private List<Member> members(List<Contender> members, int[] alike) {
        var shown = new ArrayList<Member>();
        for (int i = 0; i < alike.length; i++) {
            shown.add(new Member(compared(members.get(i)), alike[i]));
        }
        return shown;
    }

    /// For each member the number of other candidates that are alike.
    ///
    /// @param firsts the cheapest of each group
    private static int[] alike(List<Contender> firsts, List<Contender> members) {
        int[] alike = new int[members.size()];
        for (int m = 0; m < alike.length; m++) {
            alike[m] = -1; // the member itself
            for (Contender first : firsts) {
                if (first.isAlike(members.get(m))) {
                    alike[m] += sameCost(first.group());
                }
            }
        }
        return alike;
    }

    /// How many of the group's candidates cost as little as its cheapest.
    private static int sameCost(CandidateGroup group) {
        int count = 1;
        while (count < group.size() && group.cost(count) == group.cost(0)) {
            count++;
        }
        return count;
    }

    private List<Dominated> dominated(
            List<Contender> firsts, List<Contender> members, Map<Provider, Contender> best, boolean risk, int listed) {
        var shown = new ArrayList<Contender>(best.values());
        shown.removeIf(one -> CostFrontier.dominator(members, one).isEmpty());
        List<Contender> next = cheapestDominated(firsts, members, risk, listed + shown.size());
        next.stream().filter(one -> !best.containsValue(one)).limit(listed).forEach(shown::add);
        return shown.stream()
                .sorted(Contender.CHEAPEST_FIRST)
                .map(one -> new Dominated(
                        compared(one), name(CostFrontier.dominator(members, one).orElseThrow())))
                .toList();
    }

    /// The first so many of all dominated candidates. In a group cost rises, so that the first that is too
    /// dear ends the search there.
    private static List<Contender> cheapestDominated(
            List<Contender> firsts, List<Contender> members, boolean risk, int most) {
        var cheapest = new PriorityQueue<Contender>(Contender.CHEAPEST_FIRST.reversed());
        for (Contender first : firsts) {
            CandidateGroup group = first.group();
            for (int i = 0; i < group.size(); i++) {
                double cost = i == 0 ? first.cost() : group.cost(i);
                if (cheapest.size() == most && cost > cheapest.element().cost()) {
                    break;
                }
                Contender one = Contender.of(group, i, risk);
                if (CostFrontier.dominator(members, one).isPresent()) {
                    cheapest.add(one);
                }
                if (cheapest.size() > most) {
                    cheapest.remove();
                }
            }
        }
        return cheapest.stream().sorted(Contender.CHEAPEST_FIRST).toList();
    }

    private Compared compared(Contender contender) {
        CostedCandidate costed = contender.group().candidate(contender.index());
        return new Compared(costed, carbon.grams(costed));
    }

    private static String name(Contender contender) {
        CandidateGroup group = contender.group();
        return CostedCandidate.name(group.offer(contender.index()).id(), group.isSpot(), group.nodes());
    }
}
