package ai.artenic.optimizer.bootstrap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.workload.WorkloadReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RecommendCommandTest {
    private static final List<String> LORA = List.of(
            "recommend",
            "--framework",
            "pytorch",
            "--model-params-m",
            "7000",
            "--dataset-size-gb",
            "50",
            "--num-epochs",
            "3",
            "--precision",
            "bf16",
            "--method",
            "lora",
            "--gpu");
    private static final List<String> TEN = List.of(
            "aws,g6.xlarge,eu-west-1,4,16,L4,1,24,0.8048,0.31,EUR",
            "aws,g5.xlarge,eu-west-1,4,16,A10G,1,24,1.006,0.42,EUR",
            "aws,p4d.24xlarge,us-east-1,96,1152,A100-40GB,8,40,21.96,9.1,EUR",
            "gcp,a2-highgpu-1g,europe-west4,12,85,A100-40GB,1,40,3.67,1.1,EUR",
            "gcp,a3-highgpu-8g,us-central1,208,1872,H100,8,80,80.2,29.4,EUR",
            "azure,NC24ads_A100_v4,westeurope,24,220,A100-80GB,1,80,4.4,1.9,EUR",
            "lambda,gpu_1x_h100_pcie,us-west-1,26,200,H100-PCIe,1,80,2.49,,EUR",
            "runpod,1x_A100-80GB,SE,16,125,A100-80GB,1,80,1.64,,EUR",
            "scaleway,L40S-1-48G,fr-par-2,8,96,L40S,1,48,1.4,,EUR",
            "ovhcloud,h100-380,GRA11,30,380,H100,1,80,2.8,,EUR");

    @TempDir
    Path folder;

    private Terminal ranked(List<String> rows, String... more) throws IOException {
        Path file = folder.resolve("prices.csv");
        Files.writeString(
                file,
                "provider,instance_type,region,vcpus,memory_gb,gpu_type,gpu_count,gpu_memory_gb,price_per_hour,"
                        + "spot_price_per_hour,currency\n" + String.join("\n", rows) + "\n");
        var arguments = new ArrayList<>(LORA);
        arguments.addAll(List.of("--offers-file", file.toString(), "--offers-only", "--top", "100", "--json"));
        arguments.addAll(List.of(more));
        return Terminal.run(arguments);
    }

    private static List<String> order(Terminal terminal) {
        assertEquals(0, terminal.exitCode(), terminal.toString());
        var order = new ArrayList<String>();
        for (JsonNode item : JsonMapper.shared().readTree(terminal.out()).path("recommendations")) {
            order.add(item.path("instance_type").asString()
                    + item.path("region").asString()
                    + item.path("is_spot").asBoolean());
        }
        return order;
    }

    private static String doubled(String row) {
        String[] cells = row.split(",", -1);
        cells[8] = Double.toString(2 * Double.parseDouble(cells[8]));
        cells[9] = cells[9].isEmpty() ? "" : Double.toString(2 * Double.parseDouble(cells[9]));
        return String.join(",", cells);
    }

    @Test
    void the_bundled_prices_answer_without_server_or_database() {
        Terminal terminal = Terminal.run(LORA);
        assertEquals(0, terminal.exitCode(), terminal.toString());
        for (String words : List.of("provider", "cost EUR", "Why ", "Assumed:", "candidates can run it", "observed")) {
            assertTrue(terminal.out().contains(words), words);
        }
    }

    @Test
    void json_has_the_shape_of_the_http_answer() {
        var arguments = new ArrayList<>(LORA);
        arguments.add("--json");
        JsonNode answer = JsonMapper.shared().readTree(Terminal.run(arguments).out());
        for (String field : List.of(
                "recommendation_id",
                "query_id",
                "workload_hash",
                "mode",
                "model_version",
                "catalog_snapshot_id",
                "as_of",
                "degraded",
                "assumptions",
                "total_considered",
                "after_filter",
                "rejected",
                "recommendations",
                "pareto",
                "frontier_truncated")) {
            assertTrue(answer.has(field), field);
        }
        assertEquals(5, answer.path("recommendations").size());
    }

    @Test
    void shuffling_the_table_or_doubling_all_prices_changes_no_order() throws IOException {
        List<String> order = order(ranked(TEN));
        var shuffled = new ArrayList<>(TEN);
        Collections.shuffle(shuffled, new Random(7));
        assertEquals(order, order(ranked(shuffled)));
        assertEquals(
                order,
                order(ranked(TEN.stream().map(RecommendCommandTest::doubled).toList())));
    }

    @Test
    void an_absurd_eleventh_offer_swaps_no_two_others() throws IOException {
        List<String> order = order(ranked(TEN));
        for (String price : List.of("0.4", "99999", "1000000000")) {
            var eleven = new ArrayList<>(TEN);
            eleven.add("absurd,absurd,nowhere,1,1,H100,1,80," + price + ",,EUR");
            List<String> with = new ArrayList<>(order(ranked(eleven)));
            with.removeIf(name -> name.startsWith("absurd"));
            assertEquals(order, with);
        }
    }

    @Test
    void a_price_of_zero_is_named_and_not_ranked() throws IOException {
        var rows = new ArrayList<>(TEN);
        rows.add("gcp,free,nowhere,8,64,H100,1,80,0,,EUR");
        rows.add("gcp,broken,nowhere,8,64,H100,1,80,cheap,,EUR");
        Terminal terminal = ranked(rows);
        assertTrue(terminal.err().contains("not believed: gcp/free/nowhere"), terminal.err());
        assertTrue(terminal.err().contains("line 13: price_per_hour must be a number"), terminal.err());
        assertEquals(order(ranked(TEN)), order(terminal));
    }

    @Test
    void everything_wrong_is_named_by_its_flag_at_once() {
        Terminal terminal = Terminal.run(
                "recommend",
                "--framework",
                "pytroch",
                "--model-params-m",
                "-1",
                "--batch-size",
                "many",
                "--top",
                "0",
                "--max-nodes",
                "4",
                "--reference-gpu-type",
                "T4");
        assertEquals(2, terminal.exitCode());
        for (String words : List.of(
                "--dataset-size-gb is required",
                "--framework must be one of",
                "did you mean pytorch?",
                "--model-params-m must be",
                "--batch-size must be a number, was \"many\"",
                "--top must be between 1 and 100, was 0",
                "reference is given without estimated_hours")) {
            assertTrue(terminal.err().contains(words), words + " in " + terminal.err());
        }
    }

    @Test
    void when_nothing_fits_the_reasons_and_nearest_misses_are_told() {
        var arguments = new ArrayList<>(LORA);
        arguments.addAll(List.of("--max-cost-eur", "0.01", "--no-spot", "--provider", "aws,gcp"));
        Terminal terminal = Terminal.run(arguments);
        assertEquals(3, terminal.exitCode());
        assertTrue(terminal.err().contains("Nearest misses:"), terminal.err());
        assertTrue(terminal.err().contains("EUR expected, limit is 0.0100"), terminal.err());
        arguments.add("--json");
        JsonNode problem = JsonMapper.shared().readTree(Terminal.run(arguments).out());
        assertEquals(
                "urn:artenic:problem:no-feasible-offer", problem.path("type").asString());
    }

    @Test
    void a_mode_without_a_model_is_refused() {
        var arguments = new ArrayList<>(LORA);
        arguments.addAll(List.of("--mode", "ltr"));
        Terminal terminal = Terminal.run(arguments);
        assertEquals(2, terminal.exitCode());
        assertTrue(terminal.err().contains("needs a trained ranking model"), terminal.err());
    }

    @Test
    void wrong_configuration_is_named_and_nothing_runs() {
        var arguments = new ArrayList<>(LORA);
        arguments.add("--offers-only");
        Terminal terminal = Terminal.run(arguments);
        assertEquals(2, terminal.exitCode());
        assertTrue(terminal.err().contains("pricing.offers-only needs pricing.offers-file"), terminal.err());
    }

    @Test
    void there_is_a_flag_for_every_field_of_a_workload() {
        Set<String> flagged = WorkloadFlag.ALL.stream()
                .map(WorkloadFlag::pointer)
                .filter(pointer -> pointer.startsWith("/workload/"))
                .map(pointer -> pointer.split("/")[2])
                .collect(Collectors.toSet());
        assertEquals(Set.copyOf(WorkloadReader.fieldNames()), flagged);
    }
}
