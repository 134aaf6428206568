package ai.artenic.optimizer.adapters.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.carbon.GridTable;
import ai.artenic.optimizer.adapters.pricing.hardware.GpuTable;
import ai.artenic.optimizer.application.port.Fetched;
import ai.artenic.optimizer.domain.offer.Provider;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridTableTest {
    private final GridTable grids = GridTable.bundled();

    @ParameterizedTest
    @CsvSource({
        "gcp,europe-north2,2.73",
        "aws,eu-north-1,2.73",
        "azure,swedencentral,2.73",
        "aws,us-east-1,323.05",
        "azure,northeurope,290.8",
        "gcp,us-east1,575.77"
    })
    void a_region_draws_from_the_grid_of_its_place(String provider, String region, double grams) {
        assertEquals(OptionalDouble.of(grams), grids.gramsPerKwh(new Provider(provider), region));
    }

    @ParameterizedTest
    @CsvSource({"aws,mars-1", "aws,europe-north2", "hetzner,eu", "azure,southafricanorth"})
    void a_region_that_is_not_listed_is_not_known(String provider, String region) {
        assertEquals(OptionalDouble.empty(), grids.gramsPerKwh(new Provider(provider), region));
    }

    @Test
    void most_offers_of_aws_and_gcp_have_a_grid() {
        for (String provider : new String[] {"aws", "gcp"}) {
            var read = assertInstanceOf(
                    Fetched.Read.class, new PriceSources().bundledSnapshot().fetch());
            var offers = read.offers().stream()
                    .filter(offer -> offer.id().provider().key().equals(provider))
                    .toList();
            long known = offers.stream()
                    .filter(offer -> grids.gramsPerKwh(
                                    offer.id().provider(), offer.id().region())
                            .isPresent())
                    .count();
            assertTrue(known > 0.95 * offers.size(), provider + ": " + known + " of " + offers.size());
        }
    }

    @Test
    void power_is_that_of_the_hardware_table() {
        GpuTable gpus = GpuTable.bundled();
        assertEquals(OptionalDouble.of(400), gpus.watts("A100-80GB"));
        assertEquals(OptionalDouble.empty(), gpus.watts("Trainium1"), "not published");
        assertEquals(OptionalDouble.empty(), gpus.watts("X9000"));
    }
}
