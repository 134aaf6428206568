package ai.artenic.optimizer.adapters.pricing.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.adapters.pricing.hardware.GpuTable;
import ai.artenic.optimizer.domain.offer.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegionWalkTest {
    private final OfferSheet sheet = new OfferSheets(
                    new Provider("any"), GpuTable.bundled(), currency -> Optional.empty())
            .sheet("Prices", "EUR", ProviderServer.NOW);

    @Test
    void a_region_that_cannot_be_read_is_named_and_the_others_are_read() throws Exception {
        var read = new ArrayList<String>();
        RegionWalk.over(List.of("a", "b", "c"), sheet, region -> {
            if (region.equals("b")) {
                throw new UnreadableSourceException("answered 403");
            }
            read.add(region);
        });
        assertEquals(List.of("a", "c"), read);
        assertEquals(
                "b: answered 403", sheet.read().report().badRows().getFirst().reason());
    }

    @Test
    void without_any_region_there_is_no_price_list() {
        var failure = assertThrows(
                UnreadableSourceException.class,
                () -> RegionWalk.over(List.of("a", "b"), sheet, region -> {
                    throw new UnreadableSourceException(region + " answered 403");
                }));
        assertEquals("no region can be read: a answered 403", failure.getMessage());
    }

    @Test
    void a_walk_that_is_interrupted_ends_there_and_what_was_read_is_no_price_list() {
        var asked = new ArrayList<String>();
        assertThrows(
                UnreadableSourceException.class,
                () -> RegionWalk.over(List.of("a", "b", "c"), sheet, region -> {
                    asked.add(region);
                    if (region.equals("b")) {
                        Thread.currentThread().interrupt();
                        throw new UnreadableSourceException("was broken off before it was read");
                    }
                }));
        assertTrue(Thread.interrupted());
        assertEquals(List.of("a", "b"), asked);
    }
}
