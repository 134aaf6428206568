package ai.artenic.optimizer.adapters.pricing.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.Offers;
import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.application.contract.PriceSourceContract;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.Offer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalMachineTest implements PriceSourceContract {
    private final ProviderServer server = new ProviderServer();

    @AfterEach
    void close() {
        server.close();
    }

    private PriceSource source(String watts, String perKwh, String purchase, String hours, String... more) {
        var settings = new ArrayList<>(
                List.of("watts", watts, "eur-per-kwh", perKwh, "purchase-eur", purchase, "lifetime-hours", hours));
        settings.addAll(List.of(more));
        return server.source(new LocalMachine(), settings.toArray(String[]::new));
    }

    @Override
    public PriceSource readableSource() {
        return source("500", "0.30", "3000", "20000", "vcpus", "16", "memory-gb", "64", "gpu", "GeForce RTX 4090");
    }

    @Override
    public PriceSource brokenSource() {
        return server.source(new LocalMachine());
    }

    @Test
    void an_hour_costs_the_energy_drawn_and_an_equal_share_of_the_purchase() {
        Offer offer = Offers.find(Offers.of(readableSource()), "this-machine", "local");

        assertEquals("0.3", offer.onDemand().amount().toPlainString(), "0.5 kW x 0.30 + 3000 / 20000");
        assertEquals("EUR", offer.provenance().currency());
        assertEquals(16, offer.machine().vcpus().orElseThrow());
        assertEquals(64, offer.machine().memoryGb().orElseThrow());
        var gpus = offer.machine().accelerators().orElseThrow();
        assertEquals("RTX4090", gpus.gpu().type());
        assertEquals(1, gpus.count());
        assertEquals(24, gpus.memoryGbEach());
        assertTrue(offer.spot().isEmpty());
        assertTrue(offer.available());
        assertEquals(List.of(), server.requests());
    }

    @Test
    void shares_that_do_not_come_out_even_are_rounded_to_a_billionth() {
        Offer offer = Offers.of(source("780", "0.25", "2500", "26280")).getFirst();

        assertEquals("0.290129376", offer.provenance().nativePrice().toPlainString());
    }

    @Test
    void a_machine_that_is_paid_off_costs_its_energy_alone() {
        Offer offer = Offers.of(source("500", "0.30", "0", "1")).getFirst();

        assertEquals("0.15", offer.onDemand().amount().toPlainString());
    }

    @Test
    void hardware_that_is_not_stated_is_unknown_and_not_that_of_the_service() {
        Offer offer = Offers.of(source("500", "0.30", "0", "1", "name", "attic", "region", "home"))
                .getFirst();

        assertEquals("local/attic/home", offer.id().toString());
        assertTrue(offer.machine().vcpus().isEmpty());
        assertTrue(offer.machine().memoryGb().isEmpty());
        assertTrue(offer.machine().accelerators().isEmpty());
    }

    @Test
    void several_accelerators_of_a_kind_are_counted() {
        Offer offer = Offers.of(source("900", "0.30", "0", "1", "gpu", "rtx3090", "gpus", "2"))
                .getFirst();

        assertEquals(2, offer.machine().accelerators().orElseThrow().count());
    }

    @Test
    void everything_that_is_missing_or_wrong_is_said_at_once() {
        assertEquals(
                "pricing.local.watts is not set; pricing.local.eur-per-kwh is not set; "
                        + "pricing.local.purchase-eur is not set; pricing.local.lifetime-hours is not set",
                Offers.error(brokenSource()));
        assertEquals(
                "pricing.local.watts is no number from 0 on, such as 0.25; "
                        + "pricing.local.vcpus is no number from 0 on, such as 0.25",
                Offers.error(source("many", "0.30", "0", "1", "vcpus", "-4")));
        assertEquals("pricing.local.lifetime-hours must be above 0", Offers.error(source("500", "0.30", "3000", "0")));
    }

    @Test
    void a_gpu_that_nobody_knows_is_named_until_its_memory_is_stated() {
        assertEquals(
                List.of("this-machine/local: the memory of the unknown GPU 'Homebrew' is not stated"),
                Offers.rejected(source("500", "0.30", "0", "1", "gpu", "Homebrew")));
        assertEquals(
                1,
                Offers.of(source("500", "0.30", "0", "1", "gpu", "Homebrew", "gpu-memory-gb", "48"))
                        .size());
    }
}
