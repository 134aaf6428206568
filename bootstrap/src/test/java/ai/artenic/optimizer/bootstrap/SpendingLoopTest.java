package ai.artenic.optimizer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.bootstrap.Replica.Reply;
import ai.artenic.optimizer.domain.fixture.Workloads;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Twelve jobs and what they cost, added up on paper: HTTP and PostgreSQL are real.
class SpendingLoopTest {
    /// Job, end, provider, instance type, region, EUR, hours, success, metric, before, after. The 2nd of March 2026 is
    /// a
    /// Monday. The last job ended in March by UTC, and in April where it was reported.
    private static final String JOBS = """
            1  2026-03-02T08:00:00Z      aws g5  eu-west-1    10.10    2    ok   accuracy 0.50 0.60
            2  2026-03-02T20:00:00Z      aws g5  eu-west-1     5.05    1    ok   accuracy 0.60 0.65
            3  2026-03-03T01:00:00Z      gcp l4  europe-west4  4.00    4    ok   loss     2.0  1.0
            4  2026-03-03T02:00:00Z      aws p4d eu-west-1    30.00    1    fail -        -    -
            5  2026-03-05T12:00:00Z      gcp l4  europe-west4  6.00    5    ok   accuracy 0.70 0.60
            6  2026-03-08T23:59:59Z      aws g5  us-east-1     3.33    0.5  ok   -        -    -
            7  2026-03-09T00:00:00Z      aws p4d eu-west-1    60.00    2    ok   loss     1.0  0.5
            8  2026-03-10T12:00:00Z      gcp l4  -             2.50    2.5  ok   -        -    -
            9  2026-03-11T12:00:00Z      aws g5  eu-west-1     8.02    1.6  fail accuracy 0.1  0.9
            10 2026-03-13T12:00:00Z      aws p4d eu-west-1    15.00    0.5  ok   accuracy 0.65 0.80
            11 2026-03-15T23:59:59Z      gcp l4  europe-west4  1.00    1    ok   -        -    -
            12 2026-04-01T00:30:00+02:00 aws g5  eu-west-1     0.000001 0.25 ok  -        -    -
            """;

    private static final String SUMMARY = "/api/v1/optimizer/cost/summary";
    private static final String MARCH = "?from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z&period=month";

    @TempDir
    Path folder;

    private static String outcome(String line) {
        String[] cells = line.split(" +");
        var fields = new LinkedHashMap<String, Object>(Map.of("workload", Workloads.lora7bFields(), "is_spot", false));
        fields.put("job_id", "job-" + cells[0]);
        fields.put("completed_at", cells[1]);
        fields.put("provider", cells[2]);
        fields.put("instance_type", cells[3]);
        fields.put("region", cells[4]);
        fields.put("actual_cost_eur", Double.valueOf(cells[5]));
        fields.put("actual_duration_hours", Double.valueOf(cells[6]));
        fields.put("success", cells[7].equals("ok"));
        fields.values().remove("-");
        if (!cells[8].equals("-")) {
            fields.put("primary_metric_name", cells[8]);
            fields.put("primary_metric_before", Double.valueOf(cells[9]));
            fields.put("primary_metric_after", Double.valueOf(cells[10]));
        }
        return JsonMapper.shared().writeValueAsString(fields);
    }

    private static List<String> buckets(JsonNode summary) {
        var lines = new ArrayList<String>();
        for (JsonNode bucket : summary.get("buckets")) {
            lines.add(bucket.get("start").asString().substring(0, 10) + " "
                    + bucket.get("provider").asString("-") + " "
                    + bucket.get("group").asString("-") + " " + bucket.get("cost_eur") + " EUR, "
                    + bucket.get("jobs") + " jobs, " + bucket.get("hours") + " h, " + bucket.get("failed_jobs")
                    + " failed, " + bucket.get("wasted_cost_eur") + " wasted");
        }
        return lines;
    }

    @Test
    void twelve_outcomes_add_up_as_on_paper() throws Exception {
        try (SharedDatabase database = SharedDatabase.open(folder.resolve("data"));
                Replica replica = Replica.on(database.url(), Map.of())) {
            List<String> jobs = JOBS.lines().map(SpendingLoopTest::outcome).toList();
            for (String job : jobs.subList(0, 3)) {
                assertEquals(201, replica.post("/outcomes", job).status());
            }
            Reply imported = replica.postLines("/outcomes/import", jobs);
            assertEquals(
                    9,
                    imported.json().get("accepted").asInt(),
                    () -> imported.json().toString());
            assertWeeks(replica);
            assertGroups(replica);
            assertEfficiency(replica.get(SUMMARY + MARCH));
            assertTrend(replica);
            assertExport(replica);
        }
    }

    /// The charges of March add up to its summary.
    private static void assertExport(Replica replica) throws Exception {
        List<String> charges = replica.text(
                        "/api/v1/optimizer/cost/export/focus?from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z")
                .lines()
                .toList();
        assertTrue(charges.getFirst().startsWith("AvailabilityZone,BilledCost,"), charges.getFirst());
        assertEquals(13, charges.size());
        BigDecimal billed = charges.stream()
                .skip(1)
                .map(charge -> new BigDecimal(charge.split(",")[1]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(new BigDecimal("145.000001"), billed);
        for (int job = 1; job <= 12; job++) {
            assertTrue(charges.get(job).contains(",job-" + job + ","), charges.get(job));
        }
        assertTrue(charges.getLast().contains(",2026-03-31T22:30:00Z,2026-03-31T22:15:00Z,"), charges.getLast());
    }

    private static void assertWeeks(Replica replica) throws Exception {
        JsonNode weeks = replica.get(SUMMARY + "?from=2026-03-02T00:00:00Z&to=2026-03-16T00:00:00Z&period=week");
        assertEquals(
                List.of(
                        "2026-03-02 - - 58.48 EUR, 6 jobs, 13.5 h, 1 failed, 30 wasted",
                        "2026-03-09 - - 86.52 EUR, 5 jobs, 7.6 h, 1 failed, 8.02 wasted"),
                buckets(weeks));
        assertEquals("145", weeks.get("total_cost_eur").toString());
        assertEquals(28.04 / 58.48, weeks.at("/trend/change_ratio").asDouble(), 1e-12);
        JsonNode days = replica.get(SUMMARY + "?from=2026-03-02T00:00:00Z&to=2026-03-16T00:00:00Z");
        assertEquals(14, days.get("buckets").size());
        assertEquals(
                "2026-03-04 - - 0 EUR, 0 jobs, 0 h, 0 failed, 0 wasted",
                buckets(days).get(2));
        assertEquals(weeks.get("total_cost_eur"), days.get("total_cost_eur"));
    }

    private static void assertGroups(Replica replica) throws Exception {
        assertEquals(
                List.of(
                        "2026-03-01 aws aws 131.500001 EUR, 8 jobs, 8.85 h, 2 failed, 38.02 wasted",
                        "2026-03-01 gcp gcp 13.5 EUR, 4 jobs, 12.5 h, 0 failed, 0 wasted"),
                buckets(replica.get(SUMMARY + MARCH + "&group_by=provider")));
        assertEquals(
                List.of(
                        "2026-03-01 aws g5 26.500001 EUR, 5 jobs, 5.35 h, 1 failed, 8.02 wasted",
                        "2026-03-01 aws p4d 105 EUR, 3 jobs, 3.5 h, 1 failed, 30 wasted",
                        "2026-03-01 gcp l4 13.5 EUR, 4 jobs, 12.5 h, 0 failed, 0 wasted"),
                buckets(replica.get(SUMMARY + MARCH + "&group_by=instance_type")));
        assertEquals(
                List.of(
                        "2026-03-01 aws eu-west-1 128.170001 EUR, 7 jobs, 8.35 h, 2 failed, 38.02 wasted",
                        "2026-03-01 aws us-east-1 3.33 EUR, 1 jobs, 0.5 h, 0 failed, 0 wasted",
                        "2026-03-01 gcp europe-west4 11 EUR, 3 jobs, 10 h, 0 failed, 0 wasted",
                        "2026-03-01 gcp unknown 2.5 EUR, 1 jobs, 2.5 h, 0 failed, 0 wasted"),
                buckets(replica.get(SUMMARY + MARCH + "&group_by=region")));
        assertEquals(
                List.of("2026-03-01 - - 13.5 EUR, 4 jobs, 12.5 h, 0 failed, 0 wasted"),
                buckets(replica.get(SUMMARY + MARCH + "&provider=gcp")));
        JsonNode march = replica.get(SUMMARY + MARCH);
        assertEquals("145.000001", march.get("total_cost_eur").toString());
        assertEquals("38.02", march.get("total_wasted_cost_eur").toString());
        assertEquals(21.35, march.get("total_hours").asDouble());
        assertEquals(2, march.get("total_failed_jobs").asInt());
    }

    /// Accuracy rose by 0.10 + 0.05 + 0.15 for 10.10 + 5.05 + 15.00 EUR, and fell once for 6.00 EUR; the job that
    /// failed
    /// bought nothing. Loss fell by 1.0 + 0.5 for 4 + 60 EUR.
    private static void assertEfficiency(JsonNode march) {
        JsonNode accuracy = march.at("/efficiency/0");
        assertEquals("accuracy", accuracy.get("metric").asString());
        assertEquals(0.3, accuracy.get("improvement").asDouble());
        assertEquals("30.15", accuracy.get("cost_eur").toString());
        assertEquals(100.5, accuracy.get("eur_per_improvement").asDouble());
        assertEquals("6", accuracy.get("not_improved_cost_eur").toString());
        JsonNode loss = march.at("/efficiency/1");
        assertTrue(loss.get("lower_is_better").asBoolean());
        assertEquals(64 / 1.5, loss.get("eur_per_improvement").asDouble(), 1e-9);
    }

    /// 15.15, 34 and 0 EUR on three days: the line falls by (15.15 - 0) / 2 EUR a day.
    private static void assertTrend(Replica replica) throws Exception {
        JsonNode days = replica.get(SUMMARY + "?from=2026-03-02T00:00:00Z&to=2026-03-05T00:00:00Z");
        assertEquals(-7.575, days.at("/trend/eur_per_day").asDouble(), 1e-12);
        assertEquals(-1, days.at("/trend/change_ratio").asDouble());
    }
}
