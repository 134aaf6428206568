package ai.artenic.optimizer.domain.offer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogSnapshotTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_order_of_the_offers_does_not_change_the_snapshot_id(long seed) {
        var offers = new ArrayList<>(Offers.seeded(seed, 50));
        String id = Offers.snapshot(offers).id();
        Collections.shuffle(offers, new Random(seed));
        assertEquals(id, Offers.snapshot(offers).id());
        assertEquals(32, id.length());
    }

    @Test
    void what_a_provider_says_of_its_spot_nodes_is_part_of_the_content() {
        Offer plain = Offers.gpu("aws", "a", Gpus.A100, 1, 3, 1);
        assertNotEquals(
                Offers.snapshot(List.of(plain)).id(),
                Offers.snapshot(List.of(Offers.rated(plain, 0.05))).id());
        assertNotEquals(
                Offers.snapshot(List.of(Offers.rated(plain, 0.1))).id(),
                Offers.snapshot(List.of(Offers.rated(plain, 0.05))).id());
    }

    @Test
    void any_changed_fact_changes_the_snapshot_id() {
        Offer offer = Offers.gpu("aws", "a", Gpus.T4, 1, 0.5, 0.2);
        String id = Offers.snapshot(List.of(offer)).id();
        assertNotEquals(
                id, Offers.snapshot(List.of(Offers.repriced(offer, 1.01))).id());
        assertNotEquals(
                id,
                Offers.snapshot(List.of(Offers.gpu("aws", "a", Gpus.T4, 1, 0.5, 0)))
                        .id());
        assertNotEquals(
                id,
                Offers.snapshot(List.of(Offers.gpu("aws", "a", Gpus.T4, 2, 0.5, 0.2)))
                        .id());
        assertNotEquals(
                id,
                Offers.snapshot(List.of(Offers.gpu("aws", "b", Gpus.T4, 1, 0.5, 0.2)))
                        .id());
    }

    @Test
    void a_corrected_hardware_fact_changes_the_snapshot_id_as_rankings_depend_on_it() {
        Gpu corrected = new Gpu(
                Gpus.T4.type(),
                Gpus.T4.id(),
                Gpus.T4.memoryGb(),
                OptionalDouble.of(1 + Gpus.T4.bandwidthGbs().orElseThrow()),
                Gpus.T4.fp32Tflops(),
                Gpus.T4.tf32Tflops(),
                Gpus.T4.fp16Tflops(),
                Gpus.T4.bf16Tflops(),
                Gpus.T4.fp8Tflops(),
                Gpus.T4.interconnectGbs());
        assertNotEquals(
                Offers.snapshot(List.of(Offers.gpu("aws", "a", Gpus.T4, 1, 0.5, 0.2)))
                        .id(),
                Offers.snapshot(List.of(Offers.gpu("aws", "a", corrected, 1, 0.5, 0.2)))
                        .id());
    }

    @Test
    void where_a_price_comes_from_is_part_of_the_snapshot_id() {
        Offer offer = Offers.gpu("aws", "a", Gpus.T4, 1, 0.5, 0.2);
        var elsewhere = new Offer(
                offer.id(), offer.machine(), offer.onDemand(), offer.spot(), true, Offers.provenance(0.50001));
        assertNotEquals(
                Offers.snapshot(List.of(offer)).id(),
                Offers.snapshot(List.of(elsewhere)).id());
    }

    @Test
    void two_offers_of_one_id_are_refused() {
        Offer offer = Offers.gpu("aws", "a", Gpus.T4, 1, 0.5, 0.2);
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> Offers.snapshot(List.of(offer, Offers.repriced(offer, 2))));
        assertTrue(String.valueOf(refusal.getMessage()).contains("aws/a/eu-west-1"));
    }

    @Test
    void columns_hold_what_the_offers_hold() {
        CatalogSnapshot snapshot = Offers.snapshot(Offers.seeded(7, 80));
        OfferColumns columns = snapshot.columns();
        assertEquals(80, columns.size());
        for (int i = 0; i < columns.size(); i++) {
            Offer offer = snapshot.offers().get(i);
            OfferColumns.Kind kind = columns.kinds().get(columns.kind(i));
            assertEquals(offer.onDemand().value(), columns.onDemand(i));
            assertEquals(Math.log10(columns.onDemand(i)), columns.logOnDemand(i));
            assertEquals(offer.spot().isEmpty(), Double.isNaN(columns.spot(i)));
            assertEquals(Math.log10(columns.spot(i)), columns.logSpot(i));
            assertEquals(offer.id().provider(), kind.provider());
            assertEquals(offer.machine(), kind.machine());
            assertEquals(offer.machine(), columns.shapes().get(kind.shape()));
            assertEquals(offer.id().region(), columns.regions().get(columns.region(i)));
            assertTrue(columns.isAvailable(i));
        }
    }

    @Test
    void an_id_reads_as_a_path_and_sorts_by_its_parts() {
        var plain = new OfferId(new Provider("aws"), "p4d", "us-east-1", Optional.empty());
        var zoned = new OfferId(new Provider("aws"), "p4d", "us-east-1", Optional.of("a"));
        assertEquals("aws/p4d/us-east-1", plain.toString());
        assertEquals("aws/p4d/us-east-1/a", zoned.toString());
        assertTrue(plain.compareTo(zoned) < 0);
    }

    @Test
    void a_provider_key_is_lower_case_and_short() {
        for (String key : List.of("lambda_labs", "a", "0", "9z", "a.b-c_d", "x".repeat(50))) {
            assertTrue(Provider.isKey(key), key);
        }
        for (String no : List.of("", "A", "aB", "_a", ".a", "-a", "a b", "a/b", "\u00e4", "a\u0663", "x".repeat(51))) {
            assertFalse(Provider.isKey(no), no);
        }
        assertThrows(IllegalArgumentException.class, () -> new Provider("AWS"));
        assertThrows(IllegalArgumentException.class, () -> new Provider(""));
        assertThrows(IllegalArgumentException.class, () -> new Provider("x".repeat(51)));
    }

    @Test
    void accelerators_cannot_be_fewer_than_a_positive_share() {
        assertThrows(IllegalArgumentException.class, () -> new Accelerators(Gpus.T4, 0, 16));
        assertThrows(IllegalArgumentException.class, () -> new Accelerators(Gpus.T4, 1, Double.NaN));
        var share = new Accelerators(Gpus.T4, 0.25, 4);
        assertEquals(1, share.devices());
        assertEquals(0.25, share.share());
        assertEquals(1.0, new Accelerators(Gpus.T4, 8, 16).share());
    }
}
