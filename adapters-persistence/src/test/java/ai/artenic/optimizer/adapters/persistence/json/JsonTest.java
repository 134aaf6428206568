package ai.artenic.optimizer.adapters.persistence.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import ai.artenic.optimizer.domain.ranking.FeatureVector;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonTest {
    private record Row(String firstName, Optional<String> nothing, OptionalInt count, double zero) {}

    @Test
    void maps_and_lists_are_written_value_by_value() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("text", "a \"quoted\" \u00e4\n");
        fields.put("decimal", new BigDecimal("1E+3"));
        fields.put("numbers", Arrays.asList(1, 2L, 0.1, 1e300, -0.0, 0.0, null));
        fields.put("flag", false);
        fields.put("within", new LinkedHashMap<>(Map.of("empty", List.of())));
        fields.put("none", null);
        assertEquals(
                "{\"text\":\"a \\\"quoted\\\" \u00e4\\n\",\"decimal\":1E+3,"
                        + "\"numbers\":[1,2,0.1,1.0E300,\"-0.0\",0.0,null],\"flag\":false,"
                        + "\"within\":{\"empty\":[]},\"none\":null}",
                Json.write(fields));
    }

    @Test
    void rows_within_a_list_are_written_by_their_components() {
        var row = new Row("x", Optional.empty(), OptionalInt.of(3), -0.0);
        String written = "{\"first_name\":\"x\",\"count\":3,\"zero\":\"-0.0\"}";
        assertEquals(written, Json.write(row));
        assertEquals("[" + written + "]", Json.write(List.of(row)));
    }

    @Test
    void features_come_back_as_they_were() {
        var values = new double[FeatureSchema.V2.size()];
        Arrays.fill(values, Double.NaN);
        values[0] = -0.0;
        values[1] = 1.5;
        var features = new FeatureVector(FeatureSchema.V2, values);
        String written = Json.write(FeaturesRow.of(features));
        assertEquals(features, Json.readWhole(written, FeaturesRow.class).toDomain());
    }
}
