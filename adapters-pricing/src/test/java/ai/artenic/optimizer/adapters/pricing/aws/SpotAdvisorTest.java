package ai.artenic.optimizer.adapters.pricing.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.aws.SpotAdvisor.Advice;
import ai.artenic.optimizer.adapters.pricing.aws.SpotAdvisor.Band;
import ai.artenic.optimizer.adapters.pricing.spi.Web;
import ai.artenic.optimizer.adapters.pricing.spi.WebRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class SpotAdvisorTest {
    private static final String DATA = """
            {"ranges": [
               {"index": 0, "label": "<5%", "dots": 0, "max": 5}, {"index": 1, "label": "5-10%", "dots": 1, "max": 11},
               {"index": 2, "label": "10-15%", "dots": 2, "max": 16}, {"index": 4, "label": ">20%", "dots": 4, "max": 100}],
             "instance_types": {"m5.large": {"emr": false, "cores": 2, "ram_gb": 8.0}},
             "spot_advisor": {
               "us-east-1": {
                 "Linux": {"m5.large": {"s": 66, "r": 1}, "c5.large": {"s": 60, "r": 0}, "g5.xlarge": {"s": 59, "r": 4},
                   "p5.48xlarge": {"s": -62, "r": 2}, "odd.large": {"s": 5, "r": 9}, "none.large": {"r": 1}},
                 "Windows": {"m5.large": {"s": 46, "r": 4}}},
               "eu-west-1": {"Windows": {"m5.large": {"s": 29, "r": 4}}}}}""";

    private static SpotAdvisor read(String json) {
        return SpotAdvisor.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({"c5.large, 0, 5, 60", "m5.large, 5, 10, 66", "p5.48xlarge, 10, 15, -62", "g5.xlarge, 20, 100, 59"})
    void the_band_of_a_type_is_a_share_of_machines_per_month(String type, int lowest, int highest, int saving) {
        assertEquals(
                Optional.of(new Advice(new Band(lowest, highest), saving)),
                read(DATA).advice("us-east-1", type));
    }

    @Test
    void nothing_is_said_of_other_systems_regions_and_types() {
        SpotAdvisor advisor = read(DATA);

        assertTrue(advisor.advice("eu-west-1", "m5.large").isEmpty());
        assertTrue(advisor.advice("us-west-2", "m5.large").isEmpty());
        assertTrue(advisor.advice("us-east-1", "m5.metal").isEmpty());
        assertEquals(4, advisor.size());
    }

    @Test
    void an_entry_without_a_known_band_or_saving_is_named() {
        assertEquals(
                List.of("odd.large/us-east-1", "none.large/us-east-1"),
                read(DATA).unreadable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"ranges\": [{\"index\": 0, \"label\": \"rare\"}], \"spot_advisor\": {}}"})
    void data_of_another_shape_is_an_error(String json) {
        assertThrows(JacksonException.class, () -> read(json));
    }

    @Test
    void it_is_fetched_from_its_public_address() throws Exception {
        SpotAdvisor advisor = SpotAdvisor.fetch(new Web() {
            @Override
            public <T> T read(WebRequest request, BodyReader<T> reader) {
                assertEquals("spot-bid-advisor.s3.amazonaws.com/spot-advisor-data.json", request.toString());
                try {
                    return reader.read(new ByteArrayInputStream(DATA.getBytes(StandardCharsets.UTF_8)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });

        assertEquals(4, advisor.size());
    }
}
