package ai.artenic.optimizer.domain.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.ranking.Constraints;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SweepTest {
    private static Map<String, Object> fields(Map<String, ?> changes) {
        var fields = new HashMap<String, Object>(Map.of("workload", Workloads.lora7bFields(), "trials", 20));
        fields.putAll(changes);
        return fields;
    }

    private static Sweep accepted(Map<String, ?> changes) {
        return switch (Sweep.read(fields(changes))) {
            case Intake.Accepted<Sweep>(Sweep sweep) -> sweep;
            case Intake.Refused<Sweep>(var violations) -> throw new AssertionError(violations.toString());
        };
    }

    private static List<String> refused(Map<String, ?> fields) {
        return switch (Sweep.read(fields)) {
            case Intake.Accepted<Sweep>(Sweep sweep) -> throw new AssertionError(sweep.toString());
            case Intake.Refused<Sweep>(var violations) ->
                violations.stream()
                        .map(violation -> violation.pointer() + " " + violation.message())
                        .toList();
        };
    }

    private static Pruning pruning(Map<String, ?> fields) {
        return accepted(Map.of("pruning", fields)).pruning();
    }

    @Test
    void a_workload_and_a_number_of_trials_are_enough() {
        assertEquals(new Sweep(Workloads.lora7b(), 20, 1, new Pruning.None(), Constraints.NONE, 5), accepted(Map.of()));
    }

    @Test
    void each_kind_of_pruning_has_its_own_fields_and_defaults() {
        assertEquals(new Pruning.None(), pruning(Map.of("kind", "none")));
        assertEquals(new Pruning.Median(1), pruning(Map.of("kind", "median")));
        assertEquals(new Pruning.Median(2), pruning(Map.of("kind", "median", "min_epochs", 2)));
        assertEquals(new Pruning.SuccessiveHalving(3, 1), pruning(Map.of("kind", "successive_halving")));
        assertEquals(
                new Pruning.SuccessiveHalving(4, 3),
                pruning(Map.of("kind", "successive_halving", "reduction_factor", 4, "min_epochs", 3)));
    }

    @Test
    void everything_wrong_is_named_at_once() {
        assertEquals(
                List.of(
                        "/trials must be between 1 and 100000, was 0",
                        "/max_parallel must be between 1 and 2147483647, was -1",
                        "/pruning/reduction_factor must be between 2 and 2147483647, was 1",
                        "/pruning/min_epochs must not be more than num_epochs of the workload, which is 3",
                        "/top_n must be between 1 and 100, was 101"),
                refused(fields(Map.of(
                        "trials",
                        0,
                        "max_parallel",
                        -1,
                        "pruning",
                        Map.of("kind", "successive_halving", "reduction_factor", 1, "min_epochs", 4),
                        "top_n",
                        101))));
    }

    @Test
    void what_is_missing_or_unknown_is_named() {
        assertEquals(
                List.of(
                        "/pruning/kind is required",
                        "/pruning/eta is not a known field",
                        "/trails is not a known field; did you mean trials?",
                        "/workload is required",
                        "/trials is required"),
                refused(Map.of("trails", 5, "pruning", Map.of("eta", 3))));
    }

    @Test
    void fields_of_another_kind_of_pruning_are_refused() {
        assertEquals(
                List.of(
                        "/pruning/reduction_factor means nothing to a pruning of kind none",
                        "/pruning/min_epochs means nothing to a pruning of kind none"),
                refused(fields(Map.of("pruning", Map.of("kind", "none", "reduction_factor", 3, "min_epochs", 1)))));
        assertEquals(
                List.of("/pruning/reduction_factor means nothing to a pruning of kind median"),
                refused(fields(Map.of("pruning", Map.of("kind", "median", "reduction_factor", 3)))));
    }

    @Test
    void several_nodes_need_a_distributed_workload() {
        assertEquals(
                List.of("/constraints max_nodes above 1 needs a workload with distributed = true"),
                refused(fields(Map.of("constraints", Map.of("max_nodes", 2)))));
    }

    @Test
    void a_sweep_of_nothing_cannot_be_made() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Sweep(Workloads.lora7b(), 0, 1, new Pruning.None(), Constraints.NONE, 5));
    }
}
