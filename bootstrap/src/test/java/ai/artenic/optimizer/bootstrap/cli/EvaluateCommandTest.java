package ai.artenic.optimizer.bootstrap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateCommandTest {
    private static final String PEAKS = """
            model,params_m,method,precision,optimizer,batch,seq,gpus,zero_stage,ckpt,measured_gib,source,metric,quality
            a-7b,6740,lora,bf16,adamw,1,1024,1,0,1,15.2,one,torch_max_allocated,ok
            a-7b,6740,full,bf16,adamw,1,1024,1,0,1,60,two,nvidia_smi,ok
            a-7b,6740,inference,bf16,none,1,1024,1,0,1,13.5,two,nvidia_smi,ok
            """;
    private static final String RUNS = """
            model,params_b,tokens_b,gpu,gpu_count,gpu_hours,precision,kind,images_m
            a-7b,6.74,2000,A100-80GB,1024,184320,bf16,llm_pretrain,
            b,0.03,,A100-80GB,8,15,amp,other,
            """;
    private static final String JOBS = """
            workload_id,framework,architecture,dataset_size_gb,model_params_m,batch_size,precision,gpu_required,\
            distributed,node_count,vcpus,memory_gb,gpu_type,gpu_count,gpu_memory_gb,price_per_hour,duration_hours,cost,success
            w,pytorch,cnn,10,25,32,fp32,true,false,1,8,30,T4,1,16,0.5,4,2,true
            w,pytorch,cnn,10,25,32,fp32,true,false,1,8,30,V100,1,16,3,1,3,true
            """;

    @TempDir
    Path folder;

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("measured.csv"), text).toString();
    }

    private static JsonNode json(Terminal terminal) {
        assertEquals(0, terminal.exitCode(), terminal.toString());
        return JsonMapper.shared().readTree(terminal.out());
    }

    @Test
    void memory_is_held_against_peaks_per_source_and_in_all() throws IOException {
        JsonNode answer = json(Terminal.run("evaluate", "memory", file(PEAKS), "--gpu-gb", "16,80", "--json"));

        assertEquals(2, answer.get("n").asInt());
        for (String figure : new String[] {
            "median_relative_error",
            "p90_relative_error",
            "within_2x_ratio",
            "interval_coverage_ratio",
            "oom_accepted_ratio",
            "fit_rejected_ratio"
        }) {
            assertTrue(answer.get(figure).isNumber(), figure);
        }
        assertEquals(1, answer.at("/sources/one/n").asInt());
        assertEquals(1, answer.at("/unusable/inference, not training").asInt());
    }

    @Test
    void people_get_a_table_and_the_reasons() throws IOException {
        Terminal terminal = Terminal.run("evaluate", "runs", file(RUNS));

        assertEquals(0, terminal.exitCode(), terminal.toString());
        assertTrue(terminal.out().lines().anyMatch(line -> line.startsWith("llm_pretrain ")), terminal.out());
        assertTrue(
                terminal.out().contains("not used: 1 rows, neither tokens_b nor images_m: the work is not stated"),
                terminal.out());
    }

    @Test
    void models_are_fitted_anew_without_the_source_they_are_judged_on() throws IOException {
        for (String[] what : new String[][] {{"memory", PEAKS, "2"}, {"runs", RUNS, "1"}}) {
            JsonNode answer =
                    json(Terminal.run("evaluate", what[0], file(what[1]), "--leave-one-source-out", "--json"));

            assertEquals(what[2], answer.at("/leave_one_source_out/n").asString());
            assertTrue(
                    answer.at("/refitted/median_relative_error").asDouble()
                            <= answer.at("/leave_one_source_out/median_relative_error")
                                    .asDouble(),
                    answer.toString());
        }
        Terminal table = Terminal.run("evaluate", "memory", file(PEAKS), "--leave-one-source-out");
        assertTrue(table.out().contains("all, leave one source out"), table.out());
    }

    @Test
    void what_has_no_factors_to_fit_cannot_be_fitted_anew() throws IOException {
        Terminal terminal = Terminal.run("evaluate", "candidates", file(JOBS), "--leave-one-source-out");

        assertEquals(2, terminal.exitCode());
        assertTrue(terminal.err().contains("--leave-one-source-out is for memory and runs"), terminal.err());
    }

    @Test
    void candidates_are_judged_by_order_and_by_the_pick() throws IOException {
        JsonNode answer = json(Terminal.run("evaluate", "candidates", file(JOBS), "--json"));

        assertEquals(1, answer.get("mean_kendall_tau").asDouble());
        assertEquals(0, answer.get("mean_cost_regret").asDouble());
        assertEquals(1, answer.get("workloads").asInt());
    }

    @Test
    void a_figure_over_nothing_is_left_out_of_the_json() throws IOException {
        JsonNode answer = json(Terminal.run("evaluate", "throughput", file("model,note\n"), "--json"));

        assertEquals(0, answer.get("n").asInt());
        assertFalse(answer.has("median_relative_error"));
    }

    @Test
    void wrong_words_sizes_and_files_are_refused() throws IOException {
        Terminal word = Terminal.run("evaluate", "luck", file(RUNS));
        assertEquals(2, word.exitCode());
        assertTrue(
                word.err().contains("must be one of memory, runs, throughput, candidates, prices, spot, was 'luck'"),
                word.err());
        assertEquals(
                2,
                Terminal.run("evaluate", "memory", file(PEAKS), "--gpu-gb", "0").exitCode());
        assertEquals(
                2,
                Terminal.run("evaluate", "memory", file(PEAKS), "--given", "nothing")
                        .exitCode());
        assertEquals(2, Terminal.run("evaluate", "memory").exitCode());
        Terminal missing =
                Terminal.run("evaluate", "runs", folder.resolve("none.csv").toString());
        assertEquals(2, missing.exitCode());
        assertTrue(missing.err().contains("there is no such file"), missing.err());
    }
}
