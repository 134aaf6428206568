package ai.artenic.optimizer.adapters.pricing.spi;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a provider's JSON: prices exactly, lists item by item, and nothing deeper or longer than prices are.
public final class Json {
    private static final int DEEPEST = 50;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_NUMBER = 100;

    /// A tree of so many values fits into a heap of 288 MB, even of long decimals (measured). The longest page that is
    /// known, 5,000 SKUs of GCP, has a fifth of them.
    private static final long MOST_OF_A_TREE = 2_000_000;

    private static final JsonMapper MAPPER = mapper(StreamReadConstraints.builder());
    private static final JsonMapper TREES =
            mapper(StreamReadConstraints.builder().maxTokenCount(MOST_OF_A_TREE));

    private Json() {}

    private static JsonMapper mapper(StreamReadConstraints.Builder constraints) {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(constraints
                                .maxNestingDepth(DEEPEST)
                                .maxStringLength(LONGEST_TEXT)
                                .build())
                        .build())
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    /// The whole body as a tree; for answers of a few megabytes. An empty body is none, and more than two million
    /// values are refused.
    public static JsonNode tree(InputStream body) {
        return present(TREES.readTree(body));
    }

    /// The whole text as a tree.
    public static JsonNode tree(String text) {
        return present(TREES.readTree(text));
    }

    private static JsonNode present(JsonNode tree) {
        if (tree.isMissingNode()) {
            throw unexpected("the answer is empty");
        }
        return tree;
    }

    /// The value as JSON.
    public static String written(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /// The body token by token; for what is too long for a tree.
    public static JsonParser tokens(InputStream body) {
        return MAPPER.createParser(body);
    }

    /// Says that JSON has another shape than expected. Thrown by a reader, it ends the reading without another try.
    ///
    /// @param how it differs, such as `no list 'items'`
    public static JacksonException unexpected(String how) {
        return new StreamReadException(null, how);
    }

    /// Gives each item of the list that stands under this name at the top of the body, one after the other, and
    /// lets go of it: for answers of any length. Where there is no such list, it is [#unexpected].
    public static void forEach(InputStream body, String list, Consumer<JsonNode> item) {
        try (JsonParser parser = MAPPER.createParser(body)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.PROPERTY_NAME
                        && parser.currentName().equals(list)) {
                    if (parser.nextToken() != JsonToken.START_ARRAY) {
                        break;
                    }
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        item.accept(parser.readValueAsTree());
                    }
                    return;
                }
                if (parser.currentToken() == JsonToken.START_OBJECT
                        && parser.streamReadContext().getNestingDepth() > 1) {
                    parser.skipChildren();
                }
            }
        }
        throw unexpected("the answer has no list '" + list + "'");
    }

    /// The items of the list of this name.
    ///
    /// @throws UnreadableSourceException if there is no such list, which is not the same as an empty one
    public static List<JsonNode> list(JsonNode body, String name) throws UnreadableSourceException {
        JsonNode list = body.path(name);
        if (!list.isArray()) {
            throw new UnreadableSourceException("the answer has no list '" + name + "'");
        }
        return list.valueStream().toList();
    }

    /// The number, whether it stands as a number or as text; empty where it is null, missing or no number, or one of no
    /// size that anything here has: sums of such numbers would not fit into memory.
    public static Optional<BigDecimal> decimal(JsonNode node) {
        return stated(node)
                .filter(number ->
                        Math.abs((long) number.scale()) <= LONGEST_NUMBER && number.precision() <= LONGEST_NUMBER);
    }

    private static Optional<BigDecimal> stated(JsonNode node) {
        if (node.isNumber()) {
            return Optional.of(node.decimalValue());
        }
        try {
            return node.isString() && node.stringValue().length() <= LONGEST_NUMBER
                    ? Optional.of(new BigDecimal(node.stringValue().strip()))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// The sum of `units` and `nanos`, its billionths, as two providers state money. One that is left out is 0; empty
    /// where one is no number.
    public static Optional<BigDecimal> money(JsonNode price) {
        Optional<BigDecimal> nanos = part(price.path("nanos")).map(billionths -> billionths.movePointLeft(9));
        return part(price.path("units")).flatMap(units -> nanos.map(units::add));
    }

    private static Optional<BigDecimal> part(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? Optional.of(BigDecimal.ZERO) : decimal(node);
    }

    /// The number above 0; empty where it is null, missing, 0 or no number: what is not known must not look like
    /// nothing.
    public static OptionalDouble size(JsonNode node) {
        return decimal(node)
                .map(BigDecimal::doubleValue)
                .filter(value -> value > 0)
                .map(OptionalDouble::of)
                .orElseGet(OptionalDouble::empty);
    }

    /// The text; empty where it is null, missing or blank.
    public static Optional<String> text(JsonNode node) {
        return node.isString() ? Optional.of(node.stringValue()).filter(text -> !text.isBlank()) : Optional.empty();
    }
}
