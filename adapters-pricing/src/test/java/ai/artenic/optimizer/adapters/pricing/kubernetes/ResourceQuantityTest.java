package ai.artenic.optimizer.adapters.pricing.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceQuantityTest {
    @ParameterizedTest
    @CsvSource({
        "96, 96",
        "0.5, 0.5",
        "95500m, 95.5",
        "1Ki, 1024",
        "1.5Gi, 1610612736",
        "2G, 2e9",
        "129e6, 129e6",
        "3E2, 300",
        "128974848000m, 128974848"
    })
    void amounts_have_binary_decimal_and_small_units(String text, double amount) {
        assertEquals(amount, ResourceQuantity.parse(text).orElseThrow(), amount * 1e-12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "-1", "1 GB", "1e999999999", "1Xi"})
    void what_is_no_amount_is_unknown(String text) {
        assertTrue(ResourceQuantity.parse(text).isEmpty());
    }

    @Test
    void blanks_around_it_do_not_matter() {
        assertEquals(8, ResourceQuantity.parse(" 8 ").orElseThrow());
    }
}
