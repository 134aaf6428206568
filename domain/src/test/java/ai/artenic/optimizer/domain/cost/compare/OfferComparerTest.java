package ai.artenic.optimizer.domain.cost.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.cost.compare.CostComparison.Dominated;
import ai.artenic.optimizer.domain.cost.compare.CostComparison.Member;
import ai.artenic.optimizer.domain.cost.compare.CostComparison.ProviderSide;
import ai.artenic.optimizer.domain.cost.compare.Surveys.Single;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.ranking.CandidateSurvey;
import ai.artenic.optimizer.domain.ranking.Constraints;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The comparison beside one that looks at every pair of candidates. The failing seed is the test's name.
class OfferComparerTest {
    private static final int LISTED = 7;
    private static final Comparator<Single> CHEAPEST_FIRST = Comparator.comparingDouble(Single::cost)
            .thenComparingDouble(Single::hours)
            .thenComparingDouble(Single::risk)
            .thenComparing(Single::id)
            .thenComparing(Single::isSpot)
            .thenComparingInt(Single::nodes);

    static LongStream seeds() {
        return LongStream.range(0, 120);
    }

    private static boolean risk(long seed) {
        return seed % 2 == 1;
    }

    private static CandidateSurvey survey(long seed) {
        return Surveys.of(Surveys.offers(seed, 30), Surveys.workload(seed), Surveys.constraints(seed));
    }

    private static boolean dominates(Single better, Single worse) {
        return better.cost() <= worse.cost()
                && better.hours() <= worse.hours()
                && better.risk() <= worse.risk()
                && (better.cost() < worse.cost() || better.hours() < worse.hours() || better.risk() < worse.risk());
    }

    /// Those nothing dominates, the first of those alike standing for all, with the number of the others.
    private static Map<Single, Integer> frontier(List<Single> all) {
        var frontier = new HashMap<List<Double>, List<Single>>();
        all.stream()
                .filter(one -> all.stream().noneMatch(better -> dominates(better, one)))
                .sorted(CHEAPEST_FIRST)
                .forEach(one -> frontier.computeIfAbsent(
                                List.of(one.cost(), one.hours(), one.risk()), added -> new ArrayList<>())
                        .add(one));
        return frontier.values().stream().collect(Collectors.toMap(List::getFirst, alike -> alike.size() - 1));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_frontier_is_that_of_all_pairs(long seed) {
        if (!(survey(seed) instanceof CandidateSurvey.Found found)) {
            return;
        }
        List<Single> all = Surveys.singles(found, risk(seed));
        CostComparison comparison = Surveys.COMPARER.compare(found, risk(seed), LISTED);
        Map<Single, Integer> expected = frontier(all);
        assertEquals(
                expected.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(CHEAPEST_FIRST))
                        .map(entry -> entry.getKey().name() + " +" + entry.getValue())
                        .toList(),
                comparison.frontier().stream()
                        .map(member -> member.candidate().costed().name() + " +" + member.alike())
                        .toList());
        int alike = comparison.frontier().stream().mapToInt(Member::alike).sum();
        assertEquals(all.size(), comparison.admitted());
        assertEquals(all.size(), comparison.frontier().size() + alike + comparison.dominatedTotal());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_dominated_candidate_has_a_witness_on_the_frontier_that_dominates_it(long seed) {
        if (!(survey(seed) instanceof CandidateSurvey.Found found)) {
            return;
        }
        Map<String, Single> all = Surveys.singles(found, risk(seed)).stream()
                .collect(Collectors.toMap(Single::name, Function.identity()));
        CostComparison comparison = Surveys.COMPARER.compare(found, risk(seed), LISTED);
        Set<String> members = names(comparison.frontier(), member -> member.candidate());
        for (Dominated dominated : comparison.dominated()) {
            assertTrue(members.contains(dominated.by()), dominated.by());
            Single witness = Objects.requireNonNull(all.get(dominated.by()));
            String name = dominated.candidate().costed().name();
            assertTrue(dominates(witness, Objects.requireNonNull(all.get(name))), name);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_best_of_each_provider_and_the_next_by_cost_are_listed(long seed) {
        if (!(survey(seed) instanceof CandidateSurvey.Found found)) {
            return;
        }
        List<Single> all = Surveys.singles(found, risk(seed));
        CostComparison comparison = Surveys.COMPARER.compare(found, risk(seed), LISTED);
        List<Single> dominated = all.stream()
                .filter(one -> all.stream().anyMatch(better -> dominates(better, one)))
                .sorted(CHEAPEST_FIRST)
                .toList();
        Set<Single> best = new HashSet<>(all.stream()
                .collect(Collectors.toMap(
                        one -> one.id().provider(),
                        Function.identity(),
                        (a, b) -> CHEAPEST_FIRST.compare(a, b) <= 0 ? a : b))
                .values());
        var expected = new ArrayList<>(dominated.stream().filter(best::contains).toList());
        dominated.stream().filter(one -> !best.contains(one)).limit(LISTED).forEach(expected::add);
        assertEquals(
                expected.stream().sorted(CHEAPEST_FIRST).map(Single::name).toList(),
                comparison.dominated().stream()
                        .map(each -> each.candidate().costed().name())
                        .toList());
        assertEquals(dominated.size(), comparison.dominatedTotal());
        assertEquals(
                best.stream().map(Single::name).sorted().toList(),
                comparison.providers().stream()
                        .flatMap(side -> side.best().stream())
                        .map(each -> each.costed().name())
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void offers_regions_and_gpus_of_each_provider_are_those_of_its_candidates(long seed) {
        if (!(survey(seed) instanceof CandidateSurvey.Found found)) {
            return;
        }
        List<Single> all = Surveys.singles(found, false);
        for (ProviderSide side : Surveys.COMPARER.compare(found, false, LISTED).providers()) {
            List<Single> own = all.stream()
                    .filter(one -> one.id().provider().equals(side.coverage().provider()))
                    .toList();
            assertEquals(
                    own.stream().map(Single::id).distinct().toList().size(),
                    side.coverage().offers());
            assertEquals(
                    own.stream()
                            .map(one -> one.id().region())
                            .distinct()
                            .sorted()
                            .toList(),
                    side.coverage().regions());
            assertEquals(own.isEmpty(), side.best().isEmpty());
            assertEquals(
                    found.groups().stream()
                            .filter(group ->
                                    group.provider().equals(side.coverage().provider()))
                            .anyMatch(group ->
                                    group.offer(0).machine().accelerators().isPresent()),
                    side.coverage().gpus());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void cheapest_fastest_and_balanced_are_the_ends_and_the_knee_of_the_frontier(long seed) {
        if (!(survey(seed) instanceof CandidateSurvey.Found found)) {
            return;
        }
        List<Single> members =
                new ArrayList<>(frontier(Surveys.singles(found, risk(seed))).keySet());
        CostComparison comparison = Surveys.COMPARER.compare(found, risk(seed), LISTED);
        Single cheapest = Collections.min(members, CHEAPEST_FIRST);
        Single fastest = Collections.min(
                members, Comparator.comparingDouble(Single::hours).thenComparing(CHEAPEST_FIRST));
        assertEquals(cheapest.name(), comparison.cheapest());
        assertEquals(fastest.name(), comparison.fastest());
        Single balanced = members.stream()
                .filter(one -> one.name().equals(comparison.balanced()))
                .findFirst()
                .orElseThrow();
        for (Single other : members) {
            assertTrue(
                    below(balanced, cheapest, fastest) >= below(other, cheapest, fastest) - 1e-9,
                    () -> balanced + " is less balanced than " + other);
        }
    }

    /// Distance below the chord, times the root of two.
    private static double below(Single one, Single cheapest, Single fastest) {
        if (cheapest.equals(fastest)) {
            return 0;
        }
        double x = Math.log(one.cost() / cheapest.cost()) / Math.log(fastest.cost() / cheapest.cost());
        double y = Math.log(one.hours() / fastest.hours()) / Math.log(cheapest.hours() / fastest.hours());
        return 1 - x - y;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_order_of_the_input_changes_nothing(long seed) {
        var shuffled = new ArrayList<>(Surveys.offers(seed, 30));
        Collections.shuffle(shuffled, new Random(seed));
        CandidateSurvey other = Surveys.of(shuffled, Surveys.workload(seed), Surveys.constraints(seed));
        if (!(survey(seed) instanceof CandidateSurvey.Found found)) {
            assertEquals(survey(seed), other);
            return;
        }
        CandidateSurvey.Found again = (CandidateSurvey.Found) other;
        var groups = new ArrayList<>(again.groups());
        Collections.shuffle(groups, new Random(seed));
        assertEquals(
                Surveys.COMPARER.compare(found, risk(seed), LISTED),
                Surveys.COMPARER.compare(
                        new CandidateSurvey.Found(
                                again.totalConsidered(),
                                again.admitted(),
                                again.rejected(),
                                groups,
                                again.coverage(),
                                again.assumptions()),
                        risk(seed),
                        LISTED));
    }

    @Test
    void a_hundred_thousand_candidates_are_compared_as_all_pairs_of_frontier_and_candidate_would_be() {
        var offers = new ArrayList<Offer>();
        for (Offer offer : Surveys.offers(11, 400)) {
            for (int copy = 0; copy < 80; copy++) {
                offers.add(new Offer(
                        new OfferId(
                                offer.id().provider(),
                                offer.id().instanceType(),
                                offer.id().region() + "-" + copy,
                                Optional.empty()),
                        offer.machine(),
                        offer.onDemand(),
                        offer.spot(),
                        true,
                        offer.provenance()));
            }
        }
        CandidateSurvey.Found found = Surveys.found(offers, Surveys.workload(2), Constraints.NONE);
        assertTrue(found.admitted() >= 100_000, "only " + found.admitted());
        CostComparison comparison = Surveys.COMPARER.compare(found, true, 100);
        List<Single> all = Surveys.singles(found, true);
        Map<String, Single> byName = all.stream().collect(Collectors.toMap(Single::name, Function.identity()));
        List<Single> members = comparison.frontier().stream()
                .map(member -> Objects.requireNonNull(
                        byName.get(member.candidate().costed().name())))
                .toList();
        assertFalse(members.isEmpty());
        long dominated = all.stream()
                .filter(one -> members.stream().anyMatch(member -> dominates(member, one)))
                .count();
        assertEquals(dominated, comparison.dominatedTotal());
        for (Single member : members) {
            assertTrue(all.stream().noneMatch(one -> dominates(one, member)), member::toString);
        }
    }

    private static <T> Set<String> names(List<T> items, Function<T, CostComparison.Compared> compared) {
        return items.stream().map(item -> compared.apply(item).costed().name()).collect(Collectors.toSet());
    }
}
