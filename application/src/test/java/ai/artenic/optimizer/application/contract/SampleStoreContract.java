package ai.artenic.optimizer.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.artenic.optimizer.application.port.SampleStore.Counts;
import ai.artenic.optimizer.domain.outcome.AssessedOutcome;
import ai.artenic.optimizer.domain.outcome.KeptOutcome;
import ai.artenic.optimizer.domain.outcome.Sample;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import ai.artenic.optimizer.domain.ranking.FeatureVector;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What every store of samples promises.
public interface SampleStoreContract {
    /// An empty store.
    OutcomeStore emptyStore();

    private static List<KeptOutcome> filled(OutcomeStore store) {
        return LongStream.range(0, 50)
                .mapToObj(seed -> store.kept(Outcomes.seeded(seed)))
                .toList();
    }

    private static Sample sample(KeptOutcome kept, FeatureSchema schema) {
        AssessedOutcome assessed = kept.assessed();
        double[] values = Arrays.copyOf(assessed.features().values(), schema.size());
        return new Sample(
                assessed.outcome().jobId(),
                assessed.outcome().recommendationId(),
                assessed.queryId(),
                new FeatureVector(schema, values),
                assessed.label(),
                assessed.relativeCost(),
                kept.recordedAt());
    }

    @Test
    default void an_empty_store_has_nothing_to_learn_from() {
        OutcomeStore store = emptyStore();
        assertEquals(Counts.NONE, store.samples().counts());
        assertEquals(List.of(), store.samples().newest(FeatureSchema.V1, 5));
    }

    @Test
    default void what_is_counted_is_what_is_kept() {
        OutcomeStore store = emptyStore();
        List<AssessedOutcome> kept =
                filled(store).stream().map(KeptOutcome::assessed).toList();
        long groups = kept.stream().map(AssessedOutcome::queryId).distinct().count();
        List<Long> byLabel = LongStream.range(0, 5)
                .mapToObj(label -> kept.stream()
                        .filter(one -> one.label()
                                .filter(given -> given.value() == label)
                                .isPresent())
                        .count())
                .toList();
        assertEquals(new Counts(50, 50, groups, byLabel), store.samples().counts());
        filled(store);
        store.log().keep(kept);
        assertEquals(new Counts(50, 50, groups, byLabel), store.samples().counts(), "and nothing twice");
    }

    @Test
    default void a_group_counts_once_and_also_where_every_job_of_it_failed() {
        OutcomeStore store = emptyStore();
        store.log().keep(List.of(Outcomes.failed("a"), Outcomes.failed("b")));
        store.keep(Outcomes.succeeded("c", 1));
        assertEquals(
                new Counts(3, 3, 1, List.of(2L, 0L, 0L, 1L, 0L)),
                store.samples().counts());
    }

    @Test
    default void the_newest_come_oldest_first_and_no_more_than_wanted() {
        OutcomeStore store = emptyStore();
        List<Sample> all = filled(store).stream()
                .map(kept -> sample(kept, FeatureSchema.V1))
                .toList();
        assertEquals(all, store.samples().newest(FeatureSchema.V1, 1000));
        assertEquals(all.subList(43, 50), store.samples().newest(FeatureSchema.V1, 7));
    }

    @Test
    default void samples_of_an_earlier_schema_are_left_out_and_those_of_a_later_one_cut() {
        OutcomeStore store = emptyStore();
        FeatureVector early = Outcomes.features(FeatureSchema.V1, 7);
        FeatureVector late = Outcomes.features(FeatureSchema.V2, 8);
        store.keep(Outcomes.with("late", late));
        store.keep(Outcomes.with("early", early));
        store.keep(Outcomes.with("early too", early));
        List<Sample> newest = store.samples().newest(FeatureSchema.V2, 1);
        assertEquals(List.of(late), newest.stream().map(Sample::features).toList());
        FeatureVector cut = Outcomes.features(FeatureSchema.V1, 8);
        assertEquals(
                List.of(cut, early, early),
                store.samples().newest(FeatureSchema.V1, 5).stream()
                        .map(Sample::features)
                        .toList());
    }
}
