package ai.artenic.optimizer.adapters.persistence.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// JSON as it lies in the database's `jsonb` columns: snake_case, what is empty left out, numbers exact.
public final class Json {
    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .addModule(new SimpleModule()
                    .addSerializer(double.class, new SignedZeroSerializer())
                    .addSerializer(Double.class, new SignedZeroSerializer())
                    .addSerializer(FeaturesRow.class, new FeaturesSerializer()))
            .build();

    private static final ObjectReader STRICT = MAPPER.reader()
            .with(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .with(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    private Json() {}

    /// The value as JSON.
    public static String write(Object value) {
        return value instanceof Map || value instanceof List ? plain(value) : MAPPER.writeValueAsString(value);
    }

    private static String plain(Object value) {
        var text = new StringWriter();
        try (JsonGenerator json = MAPPER.createGenerator(text)) {
            PlainValues.write(json, value);
        }
        return text.toString();
    }

    /// An object as its fields.
    public static Map<String, Object> readFields(String json) {
        return MAPPER.readValue(json, FIELDS);
    }

    /// A list of rows; what an element lacks is empty.
    public static <T> List<T> readList(String json, Class<T> element) {
        return MAPPER.readerForListOf(element).readValue(json);
    }

    /// A row; what it lacks is empty, where it may be.
    ///
    /// @throws tools.jackson.core.JacksonException if it lacks more, or something is of another type
    public static <T> T read(String json, Class<T> row) {
        return MAPPER.readValue(json, row);
    }

    /// A row of which nothing may be lacking.
    ///
    /// @throws tools.jackson.core.JacksonException if something is, or is of another type
    public static <T> T readWhole(String json, Class<T> row) {
        return STRICT.forType(row).readValue(json);
    }

    private static final class SignedZeroSerializer extends StdSerializer<Double> {
        SignedZeroSerializer() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator generator, SerializationContext context) {
            PlainValues.writeNumber(generator, value);
        }
    }

    /// Two dozen numbers of each candidate: not to be looked at one by one for how they are written.
    private static final class FeaturesSerializer extends StdSerializer<FeaturesRow> {
        FeaturesSerializer() {
            super(FeaturesRow.class);
        }

        @Override
        public void serialize(FeaturesRow row, JsonGenerator generator, SerializationContext context) {
            generator.writeStartObject();
            generator.writeStringProperty("schema", row.schema());
            generator.writeName("values");
            PlainValues.write(generator, row.values());
            generator.writeEndObject();
        }
    }
}
