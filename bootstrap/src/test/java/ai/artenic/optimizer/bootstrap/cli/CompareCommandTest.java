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

class CompareCommandTest {
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

    private Terminal compare(String... more) {
        var arguments = new ArrayList<>(List.of(
                "compare",
                "--framework",
                "pytorch",
                "--model-params-m",
                "25",
                "--dataset-size-gb",
                "1",
                "--estimated-hours",
                "4",
                "--gpu",
                "--offers-file",
                prices.toString(),
                "--offers-only"));
        arguments.addAll(List.of(more));
        return Terminal.run(arguments);
    }

    @Test
    void people_get_the_best_of_each_provider_and_what_nothing_beats() {
        Terminal terminal = compare();
        assertEquals(0, terminal.exitCode(), terminal.toString());
        List<String> lines = terminal.out().lines().toList();
        int frontier = lines.indexOf("What nothing beats on cost and hours:");
        assertEquals(
                List.of("aws", "gcp"),
                lines.subList(0, frontier).stream()
                        .filter(line -> line.contains("a100"))
                        .map(line -> line.strip().split(" ")[0])
                        .toList());
        List<String> unbeaten = lines.subList(frontier, lines.size()).stream()
                .filter(line -> line.contains("a100"))
                .toList();
        assertEquals(1, unbeaten.size(), terminal.out());
        assertTrue(unbeaten.getFirst().endsWith("cheapest, fastest, balanced"), unbeaten.getFirst());
    }

    @Test
    void json_is_the_answer_of_the_http_api() {
        Terminal terminal = compare("--json", "--risk", "--top", "1");
        assertEquals(0, terminal.exitCode(), terminal.toString());
        JsonNode answer = JsonMapper.shared().readTree(terminal.out());
        assertEquals("gcp", answer.at("/frontier/0/offer/provider").asString());
        assertEquals(
                8, answer.at("/frontier/0/offer/estimated_cost_eur/expected").asDouble(), 1e-5);
        assertEquals(1, answer.get("dominated_total").asInt());
    }

    @Test
    void what_fits_no_machine_is_told_with_the_reasons() {
        Terminal terminal = compare("--provider", "nobody");
        assertEquals(3, terminal.exitCode());
        assertTrue(terminal.err().contains("provider_excluded"), terminal.err());
        JsonNode problem = JsonMapper.shared()
                .readTree(compare("--provider", "nobody", "--json").out());
        assertEquals(
                "urn:artenic:problem:no-feasible-offer", problem.path("type").asString());
    }

    @Test
    void everything_wrong_is_named_by_its_flag_at_once() {
        Terminal terminal = compare("--top", "0", "--max-hours", "x");
        assertEquals(2, terminal.exitCode());
        for (String words : List.of(
                "--top must be between 1 and 100, was 0",
                "--max-hours must be a number, was \"x\"",
                "See 'optimizer help compare'.")) {
            assertTrue(terminal.err().contains(words), words + " in " + terminal.err());
        }
    }
}
