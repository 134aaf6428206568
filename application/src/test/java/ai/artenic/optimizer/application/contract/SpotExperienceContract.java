package ai.artenic.optimizer.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.outcome.AssessedOutcome;
import ai.artenic.optimizer.domain.outcome.Outcome;
import ai.artenic.optimizer.domain.spot.SpotEvidence;
import ai.artenic.optimizer.domain.spot.SpotPools;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What every store promises to tell of spot nodes.
public interface SpotExperienceContract {
    /// An empty store.
    OutcomeStore emptyStore();

    private static SpotEvidence seen(List<Outcome> outcomes, Predicate<Outcome> which) {
        return outcomes.stream()
                .filter(which)
                .flatMap(outcome -> outcome.spotEvidence().stream())
                .reduce(SpotEvidence.NONE, SpotEvidence::plus);
    }

    private static void assertSame(SpotEvidence expected, SpotEvidence found) {
        assertEquals(expected.preemptions(), found.preemptions());
        assertEquals(expected.exposureHours(), found.exposureHours(), 1e-9 * expected.exposureHours());
    }

    @Test
    default void of_an_empty_store_nothing_was_seen() {
        Outcome outcome = Outcomes.extreme().outcome();
        assertEquals(
                SpotPools.NONE,
                emptyStore()
                        .spot()
                        .pools(
                                outcome.run().provider(),
                                outcome.run().instanceType(),
                                outcome.run().region()));
    }

    @Test
    default void each_pool_has_what_the_jobs_in_it_saw_once() {
        OutcomeStore store = emptyStore();
        List<AssessedOutcome> assessed =
                LongStream.range(0, 300).mapToObj(Outcomes::seeded).toList();
        store.log().keep(assessed.subList(0, 200));
        store.log().keep(assessed.subList(100, 300));
        assessed.subList(0, 50).forEach(store::keep);
        List<Outcome> outcomes = assessed.stream().map(AssessedOutcome::outcome).toList();
        int told = 0;
        for (Outcome one : outcomes) {
            var run = one.run();
            SpotPools pools = store.spot().pools(run.provider(), run.instanceType(), run.region());
            Predicate<Outcome> isOfProvider = other -> other.run().provider().equals(run.provider());
            Predicate<Outcome> isOfType =
                    isOfProvider.and(other -> other.run().instanceType().equals(run.instanceType()));
            Predicate<Outcome> isHere = isOfType.and(
                    other -> run.region().isEmpty() || other.run().region().equals(run.region()));
            assertSame(seen(outcomes, isOfProvider.and(isOfType.negate())), pools.elsewhere());
            assertSame(seen(outcomes, isOfType.and(isHere.negate())), pools.otherRegions());
            assertSame(seen(outcomes, isHere), pools.here());
            told += one.spotEvidence().isPresent() ? 1 : 0;
        }
        assertTrue(told > 10, told + " of the seeded jobs tell of spot nodes");
    }

    @Test
    default void each_instance_type_has_what_its_jobs_saw_in_all_regions() {
        OutcomeStore store = emptyStore();
        assertEquals(Map.of(), store.spot().types());
        List<AssessedOutcome> assessed =
                LongStream.range(0, 300).mapToObj(Outcomes::seeded).toList();
        store.log().keep(assessed);
        var types = store.spot().types();
        int told = 0;
        for (var provider : types.entrySet()) {
            for (var type : provider.getValue().entrySet()) {
                assertSame(
                        store.spot()
                                .pools(provider.getKey(), type.getKey(), Optional.empty())
                                .here(),
                        type.getValue());
                told++;
            }
        }
        long seen = assessed.stream()
                .map(AssessedOutcome::outcome)
                .filter(one -> one.spotEvidence().isPresent())
                .map(one -> one.run().provider().key() + "/" + one.run().instanceType())
                .distinct()
                .count();
        assertEquals(seen, told);
    }

    @Test
    default void figures_at_the_ends_of_their_ranges_are_told_as_they_were() {
        OutcomeStore store = emptyStore();
        store.keep(Outcomes.extreme());
        var run = Outcomes.extreme().outcome().run();
        assertEquals(
                new SpotEvidence(1_000_000, 1e11),
                store.spot()
                        .pools(run.provider(), run.instanceType(), Optional.empty())
                        .here());
    }
}
