package ai.artenic.optimizer.adapters.pricing.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.Offers;
import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.adapters.pricing.hardware.GpuTable;
import ai.artenic.optimizer.application.port.Fetched;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.pricing.BadRow;
import ai.artenic.optimizer.domain.pricing.FxRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfferSheetTest {
    private final OfferSheet sheet = sheet("USD");

    private static OfferSheet sheet(String currency) {
        return new OfferSheets(new Provider("any"), GpuTable.bundled(), OfferSheetTest::rate)
                .sheet("Prices", currency, ProviderServer.NOW);
    }

    private static Optional<FxRate> rate(String currency) {
        return currency.equals("USD")
                ? Optional.of(new FxRate("USD", new BigDecimal("1.25"), LocalDate.of(2026, 10, 30)))
                : Optional.empty();
    }

    private static Quote quote(String type) {
        return Quote.of(type, "here").vcpus(4).memoryGb(16).onDemand(new BigDecimal("2.50"));
    }

    private List<Offer> offers() {
        return assertInstanceOf(Fetched.Read.class, sheet.read()).offers();
    }

    private List<String> reasons() {
        return sheet.read().report().badRows().stream().map(BadRow::reason).toList();
    }

    @Test
    void of_two_quotes_for_one_offer_the_later_one_counts() {
        sheet.add(quote("a"));
        sheet.add(quote("a").onDemand(new BigDecimal("5")));
        assertEquals(
                "5",
                Offers.find(offers(), "a", "here").provenance().nativePrice().toPlainString());
        assertEquals(4.0, Offers.find(offers(), "a", "here").onDemand().value());
    }

    @Test
    void a_quote_without_an_on_demand_price_is_neither_an_offer_nor_a_mistake() {
        sheet.add(Quote.of("a", "here").spot(BigDecimal.ONE));
        assertEquals(List.of(), offers());
        assertEquals(List.of(), reasons());
    }

    @Test
    void everything_that_is_wrong_with_a_quote_is_named_and_the_others_stay() {
        sheet.add(quote("good"));
        sheet.add(quote("bad").vcpus(0).memoryGb(Double.NaN).spot(new BigDecimal("-1")));
        assertEquals(List.of("bad/here: vcpus is 0.0; memory is NaN; spot price is -1"), reasons());
        assertEquals(1, offers().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "1000000001", "1e400", "1e-999999999", "1e999999999"})
    void a_price_of_no_size_that_money_has_is_refused_and_shown_short(String price) {
        sheet.add(quote("a").onDemand(new BigDecimal(price)));
        assertEquals(List.of(), offers());
        assertTrue(reasons().getFirst().length() < 60, reasons().toString());
    }

    @Test
    void names_that_are_empty_too_long_or_cannot_be_shown_are_refused() {
        for (String name : new String[] {" ", "x".repeat(101), "a\nb", "a\u0000", "a\u001b[31m"}) {
            sheet.add(quote(name));
            sheet.add(quote("a").zone(name));
        }
        assertEquals(List.of(), offers());
        for (String reason : reasons()) {
            assertTrue(reason.length() < 120 && reason.chars().noneMatch(Character::isISOControl), reason);
        }
    }

    @Test
    void a_gpu_that_nobody_knows_needs_its_memory_and_a_name_of_reasonable_length() {
        sheet.add(quote("a").gpu("Unheard Of 9000", 1));
        sheet.add(quote("b").gpu("x".repeat(1000), 1).gpuMemoryGb(80));
        sheet.add(quote("c").gpu("Unheard Of 9000", 1).gpuMemoryGb(80));
        assertEquals(
                List.of(
                        "a/here: the memory of the unknown GPU 'Unheard Of 9000' is not stated",
                        "b/here: the name of the GPU has more than 100 characters"),
                reasons());
        assertEquals(1, offers().size());
    }

    @Test
    void a_currency_without_a_rate_makes_no_offers() {
        OfferSheet other = sheet("XYZ");
        other.add(quote("a"));
        assertEquals(
                "a/here: currency XYZ has no exchange rate",
                other.read().report().badRows().getFirst().reason());
    }

    @Test
    void items_that_are_not_understood_are_named_briefly_and_beyond_a_hundred_only_counted() {
        for (int i = 0; i < 150; i++) {
            sheet.reject("item\n" + "x".repeat(1_000_000), "y".repeat(1_000_000));
        }
        assertEquals(101, reasons().size());
        assertEquals("and 50 more", reasons().getLast());
        assertTrue(reasons().getFirst().length() < 500);
        assertFalse(reasons().getFirst().contains("\n"));
    }
}
