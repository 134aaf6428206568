package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.domain.intake.Terms;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// How everything that leaves the service is written: names in snake_case, terms in lower case, times in UTC, decimals
/// without exponent, whole numbers without fraction, unknown numbers as null.
public final class Json {
    /// Whole doubles up to here are exact, and are written as integers.
    private static final double WHOLE_MOST = 1L << 53;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .addModule(new SimpleModule("answers")
                    .addSerializer(double.class, new NumberWriter(double.class))
                    .addSerializer(Double.class, new NumberWriter(Double.class))
                    .addSerializer(new TermWriter()))
            .build();

    private Json() {}

    /// The answer in UTF-8.
    public static byte[] bytes(Object answer) {
        return MAPPER.writeValueAsBytes(answer);
    }

    /// The answer as text.
    public static String text(Object answer) {
        return MAPPER.writeValueAsString(answer);
    }

    /// The name of a field that states none, such as `next_cursor` for `nextCursor`.
    public static String fieldName(String declared) {
        return declared.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    /// The mapper itself, for the schemas of the answers.
    public static JsonMapper mapper() {
        return MAPPER;
    }

    private static final class NumberWriter extends StdSerializer<Double> {
        NumberWriter(Class<Double> type) {
            super(type);
        }

        @Override
        public void serialize(Double number, JsonGenerator generator, SerializationContext context) {
            double value = number;
            if (!Double.isFinite(value)) {
                generator.writeNull();
            } else if (value == Math.rint(value) && Math.abs(value) <= WHOLE_MOST) {
                generator.writeNumber((long) value);
            } else {
                generator.writeNumber(value);
            }
        }
    }

    @SuppressWarnings("rawtypes") // a serializer is found by the raw class
    private static final class TermWriter extends StdSerializer<Enum> {
        TermWriter() {
            super(Enum.class);
        }

        @Override
        public void serialize(Enum term, JsonGenerator generator, SerializationContext context) {
            generator.writeString(Terms.wire(term));
        }
    }
}
