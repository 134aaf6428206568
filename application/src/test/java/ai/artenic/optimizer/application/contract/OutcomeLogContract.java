package ai.artenic.optimizer.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.port.OutcomeLog.Kept;
import ai.artenic.optimizer.domain.fixture.Observations;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.outcome.AssessedOutcome;
import ai.artenic.optimizer.domain.outcome.KeptOutcome;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What every outcome log promises of keeping; of reading pages, [OutcomePagesContract].
public interface OutcomeLogContract extends OutcomePagesContract {
    private static <T> List<T> sixteenThreads(List<Callable<T>> attempts) throws Exception {
        var answers = new ArrayList<T>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (var answer : threads.invokeAll(attempts)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private static List<Integer> regretLabels(List<Kept> answers) {
        return answers.stream()
                .map(kept -> kept.outcome().regretLabel().value())
                .toList();
    }

    private static <T extends Kept> long count(List<Kept> answers, Class<T> kind) {
        return answers.stream().filter(kind::isInstance).count();
    }

    @Test
    default void what_was_kept_is_found_again_in_every_detail() {
        OutcomeStore store = emptyStore();
        for (long seed = 0; seed < 60; seed++) {
            Kept kept = store.keep(Outcomes.seeded(seed));
            assertInstanceOf(Kept.Stored.class, kept);
            assertEquals(Outcomes.seeded(seed), kept.outcome().assessed());
            assertEquals(Optional.of(kept.outcome()), store.log().find("job-" + seed), "seed " + seed);
        }
        assertEquals(Optional.empty(), store.log().find("job-60"));
    }

    @Test
    default void figures_at_the_ends_of_their_ranges_come_back_as_they_were() {
        OutcomeStore store = emptyStore();
        AssessedOutcome extreme = Outcomes.extreme();
        store.keep(extreme);
        String job = extreme.outcome().jobId();
        assertEquals(extreme, store.log().find(job).orElseThrow().assessed());
        assertEquals(new Kept.Same(store.log().find(job).orElseThrow()), store.keep(extreme));
    }

    @Test
    default void the_answers_are_in_the_order_of_the_outcomes_and_their_ids_rise() {
        OutcomeStore store = emptyStore();
        List<AssessedOutcome> many =
                LongStream.range(0, 100).mapToObj(Outcomes::seeded).toList();
        store.keep(many.get(50));
        List<Kept> answers = store.log().keep(many);
        assertEquals(
                many, answers.stream().map(kept -> kept.outcome().assessed()).toList());
        assertInstanceOf(Kept.Same.class, answers.get(50));
        assertEquals(99, count(answers, Kept.Stored.class));
        List<Long> ids = answers.stream()
                .filter(Kept.Stored.class::isInstance)
                .map(kept -> kept.outcome().id())
                .toList();
        assertEquals(ids.stream().sorted().distinct().toList(), ids);
        assertTrue(answers.get(50).outcome().id() < ids.getFirst());
        assertEquals(List.of(), store.log().keep(List.of()));
    }

    @Test
    default void the_same_a_thousand_times_from_sixteen_threads_is_one_outcome_and_all_answers_are_alike()
            throws Exception {
        OutcomeStore store = emptyStore();
        AssessedOutcome outcome = Outcomes.observed(Outcomes.succeeded("job", 2), Observations.finished("job", 2));
        List<Kept> answers = sixteenThreads(IntStream.range(0, 1000)
                .<Callable<Kept>>mapToObj(_ -> () -> store.keep(outcome))
                .toList());
        assertEquals(1, count(answers, Kept.Stored.class));
        assertEquals(999, count(answers, Kept.Same.class));
        assertEquals(1, new HashSet<>(answers.stream().map(Kept::outcome).toList()).size());
        assertEquals(1, everything(store).size());
        assertEquals(1, store.samples().newest(FeatureSchema.V1, 10).size());
        assertEquals(List.of(0L, 0L, 0L, 1L, 0L), store.samples().counts().byLabel());
        assertEquals(1, store.calibrations().count());
    }

    @Test
    default void something_else_of_the_same_job_conflicts_and_what_was_first_stays() {
        OutcomeStore store = emptyStore();
        KeptOutcome first = store.kept(Outcomes.succeeded("job", 2));
        AssessedOutcome other = Outcomes.observed(Outcomes.succeeded("job", 1), Observations.finished("job", 2));
        assertEquals(new Kept.Conflicting(first), store.keep(other));
        assertEquals(new Kept.Same(first), store.keep(Outcomes.succeeded("job", 2)));
        assertEquals(Optional.of(first), store.log().find("job"));
        assertEquals(0, store.calibrations().count());
        assertEquals(1, store.samples().counts().outcomes());
        assertEquals(
                4, store.kept(Outcomes.succeeded("next", 1.9)).regretLabel().value(), "1 was never kept");
    }

    @Test
    default void a_job_several_times_in_one_list_has_the_first_outcome() {
        OutcomeStore store = emptyStore();
        List<Kept> answers = store.log()
                .keep(List.of(
                        Outcomes.succeeded("twice", 1),
                        Outcomes.succeeded("once", 1),
                        Outcomes.succeeded("twice", 1),
                        Outcomes.succeeded("twice", 3)));
        KeptOutcome twice = answers.getFirst().outcome();
        assertInstanceOf(Kept.Stored.class, answers.getFirst());
        assertInstanceOf(Kept.Stored.class, answers.get(1));
        assertEquals(List.of(new Kept.Same(twice), new Kept.Conflicting(twice)), answers.subList(2, 4));
        assertEquals(2, everything(store).size());
    }

    @Test
    default void each_is_judged_against_the_best_known_of_its_group_those_before_it_in_the_list_included() {
        OutcomeStore store = emptyStore();
        List<Kept> answers = store.log()
                .keep(List.of(
                        Outcomes.failed("a"),
                        Outcomes.succeeded("b", 2),
                        Outcomes.succeeded("c", 2.3),
                        Outcomes.succeeded("d", 1),
                        Outcomes.succeeded("e", 2.3)));
        assertEquals(List.of(0, 4, 3, 4, 1), regretLabels(answers));
        List<Kept> later = store.log()
                .keep(List.of(
                        Outcomes.succeeded("f", 1.4),
                        Outcomes.of(
                                "g", Workloads.trees(), OptionalDouble.of(9), Outcomes.features(FeatureSchema.V1, 0)),
                        Outcomes.succeeded("h", 0.5),
                        Outcomes.succeeded("i", 1)));
        assertEquals(List.of(2, 4, 4, 1), regretLabels(later));
        assertEquals(1, store.kept(Outcomes.succeeded("j", 0.9)).regretLabel().value());
        assertEquals(
                4,
                regretLabels(store.log().keep(List.of(Outcomes.succeeded("b", 2))))
                        .getFirst(),
                "as it was");
    }

    @Test
    default void each_observation_goes_to_the_calibration_once() {
        OutcomeStore store = emptyStore();
        List<AssessedOutcome> many = Observations.seeded(4, 30).stream()
                .map(observation -> Outcomes.observed(Outcomes.succeeded(observation.jobId(), 1), observation))
                .toList();
        store.log().keep(many);
        store.log().keep(many);
        store.keep(Outcomes.succeeded("tells nothing", 1));
        assertEquals(30, store.calibrations().count());
        assertEquals(
                new HashSet<>(Observations.seeded(4, 30)),
                new HashSet<>(store.calibrations().newest(30)));
    }

    @Test
    default void lists_that_overlap_at_once_in_opposite_orders_keep_each_job_once() throws Exception {
        OutcomeStore store = emptyStore();
        List<AssessedOutcome> many =
                LongStream.range(0, 200).mapToObj(Outcomes::seeded).toList();
        List<List<Kept>> answers = sixteenThreads(IntStream.range(0, 16)
                .<Callable<List<Kept>>>mapToObj(turn -> () -> store.log().keep(turn % 2 == 0 ? many : many.reversed()))
                .toList());
        var all = answers.stream().flatMap(List::stream).toList();
        assertEquals(200, count(all, Kept.Stored.class));
        assertEquals(0, count(all, Kept.Conflicting.class));
        assertEquals(200, new HashSet<>(all.stream().map(Kept::outcome).toList()).size());
        assertEquals(200, store.samples().counts().samples());
        assertEquals(200, everything(store).size());
    }
}
