package ai.artenic.optimizer.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.port.Fetched;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.pricing.FxRate;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every price source promises.
public interface PriceSourceContract {
    /// A source that can be read and has offers.
    PriceSource readableSource();

    /// A source that cannot be read.
    PriceSource brokenSource();

    private List<Offer> offers() {
        return assertInstanceOf(Fetched.Read.class, readableSource().fetch()).offers();
    }

    @Test
    default void a_source_that_cannot_be_read_says_why_and_does_not_throw() {
        Fetched failed = assertInstanceOf(Fetched.Failed.class, brokenSource().fetch());
        assertFalse(failed.report().lastError().orElseThrow().isBlank());
        assertFalse(failed.report().lastError().orElseThrow().contains("\n"));
        assertEquals(0, failed.report().offers());
    }

    @Test
    default void no_two_offers_have_one_id() {
        var ids = new HashSet<OfferId>();
        offers().forEach(offer -> assertTrue(ids.add(offer.id()), offer.id().toString()));
    }

    @Test
    default void the_report_counts_the_offers() {
        var read = assertInstanceOf(Fetched.Read.class, readableSource().fetch());
        assertEquals(read.offers().size(), read.report().offers());
        assertTrue(read.report().lastError().isEmpty());
    }

    @Test
    default void every_price_is_its_native_price_at_the_stated_rate() {
        for (Offer offer : offers()) {
            Provenance from = offer.provenance();
            var rate = new FxRate(from.currency(), from.fxRate(), from.fxDate());
            assertEquals(
                    rate.toEur(from.nativePrice()), offer.onDemand(), offer.id().toString());
            assertFalse(from.origin().isBlank());
        }
    }

    @Test
    default void reading_twice_gives_the_same_offers() {
        assertEquals(offers(), offers());
    }
}
