package ai.artenic.optimizer.bootstrap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SweepCommandTest {
    @TempDir
    Path folder;

    private Path prices;

    @BeforeEach
    void writePrices() throws IOException {
        prices = Files.writeString(folder.resolve("prices.csv"), """
                provider,instance_type,region,vcpus,memory_gb,gpu_type,gpu_count,gpu_memory_gb,price_per_hour
                gcp,a100,here,12,85,A100-80GB,1,80,2
                aws,a100,there,12,85,A100-80GB,1,80,3
                """);
    }

    /// Ten trials of one hour and nine epochs each on one A100-80GB.
    private Terminal sweep(String... more) {
        var arguments = new ArrayList<>(List.of(
                "sweep",
                "--framework",
                "pytorch",
                "--model-params-m",
                "25",
                "--dataset-size-gb",
                "1",
                "--num-epochs",
                "9",
                "--estimated-hours",
                "1",
                "--gpu",
                "--trials",
                "10",
                "--max-parallel",
                "4",
                "--offers-file",
                prices.toString(),
                "--offers-only"));
        arguments.addAll(List.of(more));
        return Terminal.run(arguments);
    }

    @Test
    void people_get_a_table_and_what_was_assumed() {
        Terminal terminal = sweep("--pruning", "median");
        assertEquals(0, terminal.exitCode(), terminal.toString());
        for (String words : List.of("provider", "at once", "wall hours", "cost EUR", "Assumed:", "median pruning")) {
            assertTrue(terminal.out().contains(words), words + " in " + terminal.out());
        }
    }

    @Test
    void json_is_the_answer_of_the_http_api() {
        Terminal terminal = sweep("--json", "--top-n", "1");
        assertEquals(0, terminal.exitCode(), terminal.toString());
        JsonNode answer = JsonMapper.shared().readTree(terminal.out());
        assertEquals(1, answer.get("plans").size());
        assertEquals("gcp", answer.at("/plans/0/provider").asString());
        assertEquals(10, answer.at("/plans/0/expected_trial_hours").asDouble(), 1e-6);
        assertEquals(3, answer.at("/plans/0/wall_hours").asDouble(), 1e-6);
        assertEquals(20, answer.at("/plans/0/cost_eur/expected").asDouble(), 1e-5);
        assertTrue(answer.get("nearest_feasible").isNull());
    }

    @Test
    void successive_halving_takes_its_two_flags() {
        Terminal terminal =
                sweep("--pruning", "successive_halving", "--reduction-factor", "9", "--min-epochs", "1", "--json");
        // ten run one epoch, one the other eight
        assertEquals(
                18.0 / 9,
                JsonMapper.shared()
                        .readTree(terminal.out())
                        .at("/plans/0/expected_trial_hours")
                        .asDouble(),
                1e-6);
    }

    @Test
    void a_budget_that_is_too_small_is_answered_with_fewer_trials() {
        Terminal terminal = sweep("--max-cost-eur", "9");
        assertEquals(3, terminal.exitCode());
        assertTrue(terminal.out().contains("Nearest: trials 10 -> 4: budget 9 EUR."), terminal.toString());
        JsonNode answer = JsonMapper.shared()
                .readTree(sweep("--max-cost-eur", "9", "--json").out());
        assertEquals(4, answer.at("/nearest_feasible/trials").asInt());
    }

    @Test
    void what_fits_no_machine_is_told_with_the_reasons() {
        Terminal terminal = sweep("--provider", "nobody");
        assertEquals(3, terminal.exitCode());
        assertTrue(terminal.err().contains("provider_excluded"), terminal.err());
        JsonNode problem = JsonMapper.shared()
                .readTree(sweep("--provider", "nobody", "--json").out());
        assertEquals(
                "urn:artenic:problem:no-feasible-offer", problem.path("type").asString());
    }

    @Test
    void everything_wrong_is_named_by_its_flag_at_once() {
        Terminal terminal = sweep("--pruning", "none", "--min-epochs", "2", "--reduction-factor", "x", "--top-n", "0");
        assertEquals(2, terminal.exitCode());
        for (String words : List.of(
                "--min-epochs means nothing to a pruning of kind none",
                "--reduction-factor must be a number, was \"x\"",
                "--top-n must be between 1 and 100, was 0",
                "See 'optimizer help sweep'.")) {
            assertTrue(terminal.err().contains(words), words + " in " + terminal.err());
        }
    }

    @Test
    void wrong_configuration_is_named_and_nothing_runs() {
        Terminal terminal = Terminal.run(
                "sweep",
                "--framework",
                "xgboost",
                "--model-params-m",
                "0",
                "--dataset-size-gb",
                "1",
                "--trials",
                "3",
                "--offers-only");
        assertEquals(2, terminal.exitCode());
        assertTrue(terminal.err().contains("pricing.offers-only needs pricing.offers-file"), terminal.err());
    }
}
