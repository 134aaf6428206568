package ai.artenic.optimizer.adapters.pricing.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SourceSettingsTest {
    private static SourceSettings settings(String... values) {
        return new SourceSettings(
                "any", Set.of("token", "regions"), values.length == 0 ? Map.of() : Map.of(values[0], values[1]));
    }

    @Test
    void a_value_comes_without_the_blanks_around_it_and_an_empty_one_is_none() throws Exception {
        assertEquals("hush", settings("token", " hush\n").required("token"));
        assertEquals(Optional.empty(), settings("token", "  ").text("token"));
    }

    @Test
    void a_list_is_separated_by_commas() {
        assertEquals(List.of("a", "b"), settings("regions", " a , b ").list("regions", List.of()));
        assertEquals(List.of("c"), settings().list("regions", List.of("c")));
    }

    @Test
    void a_setting_that_is_needed_and_missing_is_named_in_full() {
        var missing =
                assertThrows(UnreadableSourceException.class, () -> settings().required("token"));
        assertEquals("pricing.any.token is not set", missing.getMessage());
    }

    @Test
    void values_are_never_shown() {
        assertFalse(settings("token", "hush").toString().contains("hush"));
    }

    @Test
    void a_setting_that_the_source_did_not_name_cannot_be_asked_for() {
        assertTrue(settings().has("mirror"));
        assertFalse(settings().has("endpoint"));
        var unknown =
                assertThrows(IllegalArgumentException.class, () -> settings().text("tokn"));
        assertEquals("PriceSourceProvider.settings() of any does not name 'tokn'", unknown.getMessage());
    }
}
