package ai.artenic.optimizer.adapters.pricing.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

class JsonTest {
    private static InputStream body(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> items(String json) {
        var items = new ArrayList<String>();
        Json.forEach(body(json), "items", item -> items.add(item.toString()));
        return items;
    }

    @Test
    void the_list_at_the_top_is_found_and_those_of_its_name_further_down_are_not() {
        assertEquals(List.of("{\"a\":1}", "{\"items\":[2]}"), items("""
                        {"about": {"items": [{"no": 1}]}, "more": [[{"items": [{"no": 2}]}], 3], "text": "items",
                         "items": [{"a": 1}, {"items": [2]}], "items": [{"no": 3}]}"""));
    }

    @Test
    void an_item_of_another_shape_does_not_take_the_rest_of_the_list_with_it() {
        assertEquals(
                List.of("{\"a\":1}", "null", "7", "\"x\"", "[1,[2]]", "{\"b\":2}"),
                items("{\"items\": [{\"a\": 1}, null, 7, \"x\", [1, [2]], {\"b\": 2}]}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"other\": []}",
                "{\"items\": null}",
                "{\"items\": {}}",
                "{\"items\": 1}",
                "[{\"items\": []}]",
                "",
                "{\"items\": [{}",
                "{\"items\": [{}, "
            })
    void a_list_that_is_missing_or_cut_is_not_an_empty_one(String json) {
        assertThrows(JacksonException.class, () -> items(json));
    }

    @Test
    void an_empty_list_is_one() {
        assertEquals(List.of(), items("{\"items\": []}"));
    }

    @Test
    void a_list_of_any_length_is_read_without_being_kept() {
        var count = new AtomicInteger();
        String item = "{\"price\": \"1.25\", \"more\": [1, 2, 3]}";
        Json.forEach(body("{\"items\": [" + (item + ",").repeat(400_000) + item + "]}"), "items", one -> {
            assertEquals(2, one.size());
            count.incrementAndGet();
        });
        assertEquals(400_001, count.get());
    }

    @Test
    void a_tree_of_more_values_than_memory_should_hold_is_refused() {
        var refused =
                assertThrows(JacksonException.class, () -> Json.tree(body("[" + "[],".repeat(1_100_000) + "[]]")));
        assertTrue(refused.getOriginalMessage().contains("2000000"), refused.getOriginalMessage());
        assertThrows(JacksonException.class, () -> Json.tree("[".repeat(60) + "]".repeat(60)));
        assertThrows(JacksonException.class, () -> Json.tree("\"" + "x".repeat(2 << 20) + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n"})
    void an_empty_answer_is_not_an_empty_tree(String json) {
        var refused = assertThrows(JacksonException.class, () -> Json.tree(body(json)));
        assertEquals("the answer is empty", refused.getOriginalMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "0.1, 0.1",
        "'\"0.10\"', 0.10",
        "'\" 7 \"', 7",
        "1e-7, 1E-7",
        "'\"-3\"', -3",
        "123456789012345678901234567890.123456789, 123456789012345678901234567890.123456789"
    })
    void a_number_is_exact_whether_it_stands_as_number_or_text(String json, BigDecimal number) {
        assertEquals(Optional.of(number), Json.decimal(Json.tree(json)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "\"\"", "\"N/A*\"", "\"1,5\"", "[1]", "{}", "\"NaN\"", "\"Infinity\""})
    void what_is_no_number_is_unknown(String json) {
        assertEquals(Optional.empty(), Json.decimal(Json.tree(json)));
        assertEquals(OptionalDouble.empty(), Json.size(Json.tree(json)));
        assertEquals(Optional.empty(), Json.decimal(Json.tree("{}").path("missing")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e100000000", "\"1e100000000\"", "-1e2147483647", "1e-100000000", "\"1e-2147483647\""})
    void a_number_whose_sum_with_another_would_not_fit_into_memory_is_unknown(String json) {
        assertEquals(Optional.empty(), Json.decimal(Json.tree(json)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "{\"units\": \"2\"; \"nanos\": 500000000}, 2.500000000",
                "{\"nanos\": 5}, 0.000000005",
                "{\"units\": null; \"nanos\": 5}, 0.000000005",
                "{\"units\": \"1;5\"; \"nanos\": 5}, none",
                "{\"units\": 1; \"nanos\": \"few\"}, none"
            })
    void money_is_units_and_billionths_and_unknown_where_one_of_them_is(String json, BigDecimal amount) {
        assertEquals(Optional.ofNullable(amount), Json.money(Json.tree(json.replace("; ", ", "))));
    }

    @Test
    void a_text_of_a_million_digits_is_no_number() {
        assertEquals(Optional.empty(), Json.decimal(Json.tree("\"" + "9".repeat(1_000_000) + "\"")));
    }

    @Test
    void a_size_of_nothing_is_unknown() {
        for (String json : new String[] {"0", "-1", "\"0\"", "1e-999999999"}) {
            assertEquals(OptionalDouble.empty(), Json.size(Json.tree(json)), json);
        }
        assertEquals(OptionalDouble.of(80), Json.size(Json.tree("\"80\"")));
    }

    @Test
    void a_list_of_a_tree_is_there_or_named() throws Exception {
        JsonNode tree = Json.tree("{\"items\": [], \"other\": {}}");
        assertEquals(List.of(), Json.list(tree, "items"));
        var missing = assertThrows(UnreadableSourceException.class, () -> Json.list(tree, "other"));
        assertEquals("the answer has no list 'other'", missing.getMessage());
    }

    @Test
    void a_blank_text_is_none() {
        assertEquals(Optional.empty(), Json.text(Json.tree("\"  \"")));
        assertEquals(Optional.empty(), Json.text(Json.tree("7")));
        assertEquals(Optional.of("a"), Json.text(Json.tree("\"a\"")));
    }
}
