package ai.artenic.optimizer.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.http.ContractClient.Reply;
import ai.artenic.optimizer.application.contract.Costs;
import ai.artenic.optimizer.application.contract.Models;
import ai.artenic.optimizer.application.contract.Outcomes;
import ai.artenic.optimizer.application.contract.Prices;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Every list, as JSON and as CSV.
class CsvListsTest {
    private static final Instant DAY = Instant.parse("2026-03-02T10:00:00Z");

    private final TestApi api = TestApi.withOffers();

    @AfterEach
    void stop() {
        api.close();
    }

    @BeforeEach
    void fill() {
        api.outcomes.kept.keep(
                LongStream.range(0, 20).mapToObj(Outcomes::seeded).toList());
        for (int i = 0; i < 9; i++) {
            boolean isOk = i != 8;
            Instant at = DAY.plus(Duration.ofHours(i));
            api.outcomes.kept.keep(List.of(Costs.of("=job-" + i, "aws", i < 7 ? 2 : 20, isOk, at)));
        }
        String id = recommend();
        recommend();
        follow(id);
        api.learning.models.keep(Models.accepted("v1"));
        api.learning.models.keep(Models.refused("v2"));
        for (int day = 0; day < 4; day++) {
            Instant at = TestApi.START.minus(Duration.ofDays(9L - day));
            String usd = "0." + (50 + day);
            api.prices.workAt(Prices.AWS, day, before -> Prices.read(before, at, Prices.live("g4dn", usd, 0.2, at)));
        }
    }

    private String recommend() {
        return api.client
                .recommend(Map.of("workload", Workloads.lora7bFields()))
                .json()
                .get("recommendation_id")
                .asString();
    }

    private void follow(String recommendation) {
        String body = """
                {"job_id": "follower", "recommendation_id": "%s", "provider": "aws", "instance_type": "p4d", "is_spot": false,
                 "actual_duration_hours": 2, "actual_cost_eur": 60, "success": true}
                """.formatted(recommendation);
        assertEquals(201, api.client.post("/outcomes", body).status());
    }

    private Reply csv(String path) {
        Reply reply = api.client.checked(api.client
                .get(ContractClient.BASE + path)
                .header("Accept", "text/csv")
                .build());
        assertEquals(200, reply.status(), reply.body());
        assertEquals("text/csv; charset=utf-8", reply.header("Content-Type"));
        return reply;
    }

    private static List<NamedCsvRecord> rows(Reply reply) {
        return CsvReader.builder().ofNamedCsvRecord(reply.body()).stream().toList();
    }

    /// The values of an item, those within objects by their path.
    private static Map<String, JsonNode> flat(JsonNode item) {
        var fields = new LinkedHashMap<String, JsonNode>();
        item.properties().forEach(field -> {
            if (field.getValue().isObject() && !field.getKey().equals("reference")) {
                flat(field.getValue()).forEach((name, value) -> fields.put(field.getKey() + "." + name, value));
            } else if (!field.getValue().isNull()) {
                fields.put(field.getKey(), field.getValue());
            }
        });
        return fields;
    }

    private static void assertSame(JsonNode expected, String cell, String where) {
        if (expected.isNumber()) {
            assertEquals(0, new BigDecimal(expected.toString()).compareTo(new BigDecimal(cell)), where + " " + cell);
        } else if (expected.isString()) {
            String text = expected.asString();
            assertEquals(text.matches("(?s)[=+@-].*") ? "'" + text : text, cell, where);
        } else {
            assertEquals(expected.toString(), cell, where);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/history, items, 2",
        "/outcomes, items, 30",
        "/outcomes?success=false&limit=3, items, 3",
        "/offers, items, 50",
        "/offers?limit=7&spot=true, items, 7",
        "/offers/history, items, 4",
        "/models, items, 2",
        "/cost/summary?from=2026-03-01T00:00:00Z&to=2026-03-08T00:00:00Z&group_by=provider, buckets, 7",
        "/cost/summary?from=2020-03-01T00:00:00Z&to=2020-03-08T00:00:00Z, buckets, 7",
        "/cost/anomalies?from=2026-03-01T00:00:00Z&to=2026-03-08T00:00:00Z, anomalies failed_or_preempted, 2"
    })
    void csv_has_the_rows_and_figures_of_the_json(String path, String lists, int count) {
        JsonNode json = api.client.ask(ContractClient.BASE + path).json();
        List<JsonNode> items = Stream.of(lists.split(" "))
                .flatMap(list -> json.get(list).valueStream())
                .toList();
        Reply table = csv(path);
        List<NamedCsvRecord> rows = rows(table);
        assertEquals(count, items.size());
        assertEquals(count, rows.size());
        for (int i = 0; i < count; i++) {
            Map<String, String> cells = rows.get(i).getFieldsAsMap();
            Map<String, JsonNode> expected = flat(items.get(i));
            assertTrue(
                    cells.keySet().containsAll(expected.keySet()), () -> expected.keySet() + " in " + cells.keySet());
            for (Map.Entry<String, String> cell : cells.entrySet()) {
                if (expected.containsKey(cell.getKey())) {
                    assertSame(expected.get(cell.getKey()), cell.getValue(), cell.getKey());
                } else {
                    assertEquals("", cell.getValue(), cell.getKey());
                }
            }
        }
        assertEquals(json.path("next_cursor").asString(""), table.header("X-Next-Cursor"));
    }

    @Test
    void the_columns_are_the_same_whatever_items_there_are() {
        String some = csv("/outcomes").body().lines().findFirst().orElseThrow();
        Reply none = csv("/outcomes?provider=nobody");
        assertEquals(some + "\r\n", none.body());
        assertTrue(some.contains(",query_id,workload.dataset_size_gb,"), some);
        assertTrue(csv("/history?has_outcome=true").body().contains(",top.estimated_cost_eur.expected,"));
    }

    @Test
    void pages_in_csv_join_by_the_cursor_of_their_header() {
        var seen = new ArrayList<String>();
        String cursor = "";
        do {
            Reply page = csv("/outcomes?limit=7" + cursor);
            rows(page).forEach(row -> seen.add(row.getField("outcome_id")));
            cursor = page.header("X-Next-Cursor").isEmpty() ? "" : "&cursor=" + page.header("X-Next-Cursor");
        } while (!cursor.isEmpty());
        assertEquals(30, seen.size());
        assertEquals(30, seen.stream().distinct().count());
    }

    @Test
    void lines_end_as_rfc_4180_wants_and_text_is_no_formula() {
        api.publish(Stream.of("=1", "+1", "-1", "@1", "a\"b,c")
                .map(name -> Offers.cpu(name.equals("=1") ? "aws" : "gcp", name, 2, 8, 0.02, 0))
                .toList());
        Reply table = csv("/offers?sort=id");
        assertTrue(table.body().endsWith("\r\n"));
        assertFalse(table.body().replace("\r\n", "").contains("\n"));
        assertTrue(table.body().contains("\"a\"\"b,c\""), table.body());
        assertEquals(
                List.of("'+1", "'-1", "'=1", "'@1", "a\"b,c"),
                rows(table).stream()
                        .map(row -> row.getField("instance_type"))
                        .sorted()
                        .toList());
    }

    @Test
    void whoever_accepts_both_alike_gets_json() {
        Reply reply = api.client.checked(api.client
                .get(ContractClient.BASE + "/offers")
                .header("Accept", "text/csv, application/json")
                .build());
        assertEquals("application/json", reply.header("Content-Type"));
    }
}
