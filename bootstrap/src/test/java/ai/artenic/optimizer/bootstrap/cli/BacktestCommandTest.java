package ai.artenic.optimizer.bootstrap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BacktestCommandTest {
    private static final String HEADER = """
            workload_id,workload_family,framework,architecture,dataset_size_gb,model_params_m,num_epochs,batch_size,\
            precision,gpu_required,distributed,provider,instance_type,region,node_count,vcpus,memory_gb,gpu_type,\
            gpu_count,gpu_memory_gb,price_per_hour,currency,is_spot,duration_hours,cost,success
            """;
    private static final List<String> RANKERS =
            List.of("random", "cheapest_per_hour", "best_average", "predicted_cost", "heuristic", "ltr", "hybrid");

    @TempDir
    private Path folder;

    /// Four families of two jobs on clusters of three types and four sizes; the middle type is the best buy.
    private static String jobs() {
        var rows = new StringBuilder(HEADER);
        for (int job = 0; job < 8; job++) {
            for (int type = 0; type < 3; type++) {
                for (int nodes = 2; nodes <= 16; nodes *= 2) {
                    double price = 0.2 * (1 << type);
                    double hours = (2 + job) * (type == 1 ? 2 : 4.0 / (1 + type)) / Math.sqrt(nodes);
                    rows.append(String.format(
                            Locale.ROOT,
                            "job-%d,family-%d,spark,other,%d,0,1,,fp32,false,true,aws,type-%d,us-east-1,%d,%d,%d,,0,,"
                                    + "%.2f,USD,false,%.6f,%.6f,%s%n",
                            job,
                            job / 2,
                            20 + 30 * job,
                            type,
                            nodes,
                            4 << type,
                            256 << type,
                            price,
                            hours,
                            price * nodes * hours,
                            job != 3 || type != 0));
                }
            }
        }
        return rows.toString();
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static JsonNode json(Terminal terminal) {
        assertEquals(0, terminal.exitCode(), terminal.toString());
        return JsonMapper.shared().readTree(terminal.out());
    }

    @Test
    void every_ranker_is_judged_on_families_it_never_saw() throws IOException {
        JsonNode answer = json(Terminal.run("backtest", file("jobs.csv", jobs()), "--json"));

        for (String ranker : RANKERS) {
            JsonNode figures = answer.get("rankers").get(ranker);
            for (String figure : new String[] {
                "mean_cost_regret", "median_cost_regret", "failed_picks", "ndcg_at_5", "ndcg_at_10", "mrr", "workloads"
            }) {
                assertTrue(figures.get(figure).isNumber(), ranker + " " + figure);
            }
            assertEquals(8, figures.get("workloads").asInt());
        }
        assertTrue(regret(answer, "hybrid") <= regret(answer, "heuristic"), answer.toString());
    }

    private static double regret(JsonNode answer, String ranker) {
        return answer.get("rankers").get(ranker).get("mean_cost_regret").asDouble();
    }

    @Test
    void the_same_seed_gives_the_same_bytes() throws IOException {
        String file = file("jobs.csv", jobs());
        Path first = folder.resolve("first.csv");
        Path second = folder.resolve("second.csv");
        String once = Terminal.run("backtest", file, "--json", "--seed", "7", "--out", first.toString())
                .out();
        String again = Terminal.run("backtest", file, "--json", "--seed", "7", "--out", second.toString())
                .out();

        assertEquals(once, again);
        assertEquals(Files.readString(first), Files.readString(second));
        List<String> lines = Files.readAllLines(first);
        assertEquals("ranker,workload_id,rank,provider,instance_type,node_count,is_spot", lines.getFirst());
        assertEquals(1 + RANKERS.size() * 8 * 12, lines.size());
    }

    @Test
    void one_file_may_teach_and_another_be_ranked() throws IOException {
        String jobs = jobs();
        Terminal terminal = Terminal.run(
                "backtest", "--train", file("a.csv", jobs), "--test", file("b.csv", jobs), "--ranker", "best_average");

        assertEquals(0, terminal.exitCode(), terminal.toString());
        assertTrue(terminal.out().contains("best_average"), terminal.out());
        assertFalse(terminal.out().contains("heuristic"), terminal.out());
    }

    @Test
    void repeated_jobs_get_cheaper_with_their_outcomes() throws IOException {
        Path plot = folder.resolve("curve.svg");
        String file = file("jobs.csv", jobs());
        JsonNode answer = json(Terminal.run("backtest", file, "--online", "11", "--json", "--plot", plot.toString()));
        JsonNode curve = answer.get("rankers").get("predicted_cost").get("curve");

        assertEquals(12, curve.size());
        assertEquals(11, curve.get(11).get("outcomes").asInt());
        assertTrue(
                curve.get(11).get("mean_cost_regret").asDouble() <= 0.05,
                "after eleven outcomes nearly the best is known: " + curve);
        assertTrue(Files.readString(plot).startsWith("<?xml"), "a drawing");
    }

    @Test
    void without_exploration_the_ranking_decides() throws IOException {
        JsonNode answer = json(Terminal.run(
                "backtest",
                file("jobs.csv", jobs()),
                "--online",
                "3",
                "--no-exploration",
                "--ranker",
                "heuristic",
                "--json"));
        assertEquals(4, answer.get("rankers").get("heuristic").get("curve").size());
    }

    @Test
    void flags_that_do_not_go_together_are_refused() throws IOException {
        String file = file("jobs.csv", jobs());
        for (List<String> wrong : List.of(
                List.of("backtest"),
                List.of("backtest", "--train", file),
                List.of("backtest", file, "--train", file, "--test", file),
                List.of("backtest", file, "--plot", "x.svg"),
                List.of("backtest", file, "--online", "0"),
                List.of("backtest", file, "--ranker", "best"),
                List.of("backtest", file, "--ranker", ","),
                List.of("backtest", file, "--label-policy", "none"))) {
            assertEquals(2, Terminal.run(wrong).exitCode(), wrong.toString());
        }
    }

    @Test
    void a_file_without_a_usable_row_says_why() throws IOException {
        Terminal terminal = Terminal.run("backtest", file("empty.csv", HEADER));
        assertEquals(ExitCode.BAD_INPUT, terminal.exitCode());
        assertTrue(terminal.err().contains("no job can be replayed"), terminal.err());
        Terminal absent = Terminal.run("backtest", folder.resolve("absent.csv").toString());
        assertEquals(ExitCode.BAD_INPUT, absent.exitCode());
        assertTrue(absent.err().contains("absent.csv"), absent.err());
    }

    @Test
    void jobs_that_succeed_nowhere_are_no_figures() throws IOException {
        String failed = file("failed.csv", jobs().replace(",true\n", ",false\n"));
        for (List<String> way : List.of(List.of("backtest", failed), List.of("backtest", failed, "--online", "2"))) {
            Terminal terminal = Terminal.run(way);
            assertEquals(ExitCode.BAD_INPUT, terminal.exitCode(), terminal.toString());
            assertTrue(terminal.err().contains("none that succeeds"), terminal.err());
            assertEquals("", terminal.out());
        }
    }

    @Test
    void what_cannot_be_written_is_said_before_anything_is_replayed() throws IOException {
        String file = file("jobs.csv", jobs());
        for (List<String> wrong : List.of(
                List.of("backtest", file, "--out", folder.toString()),
                List.of("backtest", file, "--out", folder.resolve("none/x.csv").toString()),
                List.of(
                        "backtest",
                        file,
                        "--online",
                        "1",
                        "--plot",
                        folder.resolve("none/x.svg").toString()))) {
            Terminal terminal = Terminal.run(wrong);
            assertEquals(ExitCode.BAD_INPUT, terminal.exitCode(), terminal.toString());
            assertTrue(terminal.err().contains("cannot be written"), terminal.err());
            assertEquals("", terminal.out());
        }
    }

    @Test
    void a_curve_is_drawn_alike_in_every_locale() throws IOException {
        String file = file("jobs.csv", jobs());
        Locale usual = Locale.getDefault();
        var drawings = new ArrayList<String>();
        try {
            for (Locale locale : List.of(Locale.ROOT, Locale.GERMANY)) {
                Locale.setDefault(locale);
                Path plot = folder.resolve("curve-" + drawings.size() + ".svg");
                Terminal.run("backtest", file, "--online", "3", "--ranker", "random", "--plot", plot.toString());
                drawings.add(Files.readString(plot));
            }
        } finally {
            Locale.setDefault(usual);
        }
        assertEquals(drawings.getFirst(), drawings.getLast());
    }

    @Test
    void costs_in_another_currency_are_not_compared() throws IOException {
        String mixed = jobs().replaceFirst("(job-1,.*),USD,", "$1,JPY,").replaceFirst("(job-2,.*),USD,", "$1,,");
        JsonNode answer = json(Terminal.run("backtest", file("mixed.csv", mixed), "--json", "--ranker", "heuristic"));

        assertEquals(
                "{\"currency differs from that of the workload's first row\":11}",
                answer.get("unusable").toString());
    }

    @Test
    void a_flag_that_is_neither_true_nor_false_is_refused() throws IOException {
        String unclear = jobs().replaceFirst("(job-1,.*),false,true,", "$1,no,maybe,");
        JsonNode answer = json(Terminal.run("backtest", file("unclear.csv", unclear), "--json", "--ranker", "random"));

        assertEquals(
                "{\"gpu_required must be true or false\":1}",
                answer.get("unusable").toString());
    }
}
