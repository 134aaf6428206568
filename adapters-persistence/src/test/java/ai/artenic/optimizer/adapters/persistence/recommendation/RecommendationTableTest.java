package ai.artenic.optimizer.adapters.persistence.recommendation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.persistence.Workbench;
import ai.artenic.optimizer.adapters.persistence.json.FeaturesRow;
import ai.artenic.optimizer.adapters.persistence.json.Json;
import ai.artenic.optimizer.application.contract.Bases;
import ai.artenic.optimizer.application.contract.Recommendations;
import ai.artenic.optimizer.application.port.BasisFound;
import ai.artenic.optimizer.application.port.HistoryPosition;
import ai.artenic.optimizer.application.port.HistoryQuery;
import ai.artenic.optimizer.application.port.RecommendationLog;
import ai.artenic.optimizer.domain.intake.Terms;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import ai.artenic.optimizer.domain.ranking.FeatureVector;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The table as others read it, and the corners of its types.
class RecommendationTableTest {
    private final RecommendationLog log = Workbench.storage().recommendationLog();

    @BeforeEach
    void clear() {
        Workbench.clear();
    }

    @Test
    void the_platform_reads_the_first_choice_in_columns_of_its_own() {
        Recommendation kept = Recommendations.of(5, Optional.of("job-5"), Instant.parse("2026-11-05T10:00:00.000001Z"));
        log.keep(kept, Bases.PLAIN);
        var first = kept.recommendations().getFirst();
        assertEquals(
                "job-5 " + first.offer().id().provider().key() + " "
                        + first.offer().id().instanceType() + " 1 "
                        + first.estimatedCost().expected().amount().toPlainString() + " "
                        + Terms.wire(kept.request().workload().framework()),
                Workbench.ask("""
                        select concat_ws(' ', training_job_id, recommended_provider, recommended_instance,
                            recommended_rank, estimated_cost_eur, workload_spec ->> 'framework')
                        from optimizer_recommendations"""));
        assertEquals(
                kept.recommendations().size() + " " + FeatureSchema.V2.names().size(), Workbench.ask("""
                        select concat_ws(' ', jsonb_array_length(alternatives),
                            jsonb_array_length(alternatives -> 0 -> 'features' -> 'values'))
                        from optimizer_recommendations"""));
    }

    @Test
    void a_row_from_before_there_were_corrections_is_read_as_uncorrected() {
        Recommendation kept = Recommendations.seeded(2);
        log.keep(kept, Bases.PLAIN);
        Workbench.run("""
                update optimizer_recommendations set alternatives =
                    (select jsonb_agg(one - 'corrections') from jsonb_array_elements(alternatives) one)""");
        assertEquals(Optional.of(kept), log.find(kept.id()));
    }

    @Test
    void a_row_from_before_there_was_a_basis_rests_on_nothing_known() {
        Recommendation kept = Recommendations.seeded(2);
        log.keep(kept, Bases.seeded(2));
        Workbench.run("update optimizer_recommendations set basis = null, exploration = null");
        assertEquals(new BasisFound.Absent(), log.basis(kept.id()));
        assertEquals(Optional.empty(), log.find(kept.id()).orElseThrow().exploration());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'{}'",
                "'[]'",
                "basis - 'software'",
                "basis - 'runs'",
                "basis - 'exploration'",
                "basis - 'weights'",
                "basis #- '{weights,gpu_match}'",
                "basis #- '{calibration,memory}'",
                "basis #- '{calibration,memory,outcomes}'",
                "basis #- '{runs,0,nodes}'",
                "jsonb_set(basis, '{calibration,memory,factor}', '-1')",
                "jsonb_set(basis, '{exploration}', '0.6')"
            })
    void a_basis_that_someone_changed_into_nonsense_is_unreadable_and_the_recommendation_is_not(String nonsense) {
        Recommendation kept = Recommendations.seeded(2);
        log.keep(kept, Bases.seeded(2));
        Workbench.run("update optimizer_recommendations set basis = " + nonsense);
        var found = assertInstanceOf(BasisFound.Unreadable.class, log.basis(kept.id()));
        assertTrue(found.reason().contains(kept.id().toString()), found.reason());
        assertEquals(Optional.of(kept), log.find(kept.id()));
    }

    @Test
    void the_propensity_can_be_asked_for_by_sql() {
        log.keep(Recommendations.extreme(), Bases.PLAIN);
        assertEquals(
                Double.toString(0.1 / 99),
                Double.toString(Double.parseDouble(
                        Workbench.ask("select exploration ->> 'propensity' from optimizer_recommendations"))));
    }

    @Test
    void the_newest_are_found_by_the_index_alone() {
        String plan = Workbench.ask("""
                select string_agg(indexdef, '; ') from pg_indexes where tablename = 'optimizer_recommendations'""");
        assertTrue(plan.contains("(prediction_timestamp DESC, id DESC)"), plan);
        assertTrue(plan.contains("(recommended_provider, prediction_timestamp DESC, id DESC)"), plan);
    }

    @Test
    void a_moment_beyond_the_databases_calendar_is_an_early_or_a_late_one() {
        log.keep(Recommendations.seeded(1), Bases.PLAIN);
        assertEquals(1, log.page(between(Instant.MIN, Instant.MAX)).items().size());
        assertEquals(0, log.page(between(Instant.MAX, Instant.MAX)).items().size());
        var afterAll = new HistoryQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new HistoryPosition(Instant.MAX, new UUID(0, 0))),
                5);
        assertEquals(1, log.page(afterAll).items().size());
    }

    private static HistoryQuery between(Instant since, Instant until) {
        return new HistoryQuery(
                Optional.empty(), Optional.empty(), Optional.of(since), Optional.of(until), Optional.empty(), 5);
    }

    @Test
    void numbers_that_json_does_not_know_come_back_as_they_were() {
        var values = new double[FeatureSchema.V1.names().size()];
        values[0] = Double.NaN;
        values[1] = -0.0;
        values[2] = Double.POSITIVE_INFINITY;
        values[3] = Double.MIN_VALUE;
        values[4] = Double.MAX_VALUE;
        values[5] = 0.1;
        var features = new FeatureVector(FeatureSchema.V1, values);
        String stored = Workbench.ask("select cast('" + Json.write(FeaturesRow.of(features)) + "' as jsonb)");
        assertEquals(
                features,
                Json.readList("[" + stored + "]", FeaturesRow.class).getFirst().toDomain());
    }

    @Test
    void a_row_that_someone_changed_into_nonsense_is_a_bug_that_names_it() {
        Recommendation kept = Recommendations.seeded(2);
        log.keep(kept, Bases.PLAIN);
        Workbench.run("update optimizer_recommendations set workload_spec = workload_spec - 'framework'");
        var bug = assertThrows(IllegalStateException.class, () -> log.find(kept.id()));
        assertTrue(String.valueOf(bug.getMessage()).contains("/framework"), bug.getMessage());
    }

    @Test
    void text_that_can_be_no_provider_finds_nothing() {
        log.keep(Recommendations.seeded(1), Bases.PLAIN);
        for (String impossible : List.of("\u0000", "\ud800", "x".repeat(100_000), "' or true --")) {
            var query = new HistoryQuery(
                    Optional.of(impossible), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 5);
            assertEquals(List.of(), log.page(query).items());
        }
    }

    @Test
    void five_hundred_at_once_are_one_page() {
        for (long seed = 0; seed < 3; seed++) {
            log.keep(Recommendations.seeded(seed), Bases.PLAIN);
        }
        var all = new HistoryQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                HistoryQuery.MOST_ITEMS);
        assertEquals(
                List.of(Recommendations.seeded(2), Recommendations.seeded(1), Recommendations.seeded(0)),
                log.page(all).items());
    }
}
