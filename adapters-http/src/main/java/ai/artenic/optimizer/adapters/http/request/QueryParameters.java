package ai.artenic.optimizer.adapters.http.request;

import ai.artenic.optimizer.adapters.http.problem.Problem;
import ai.artenic.optimizer.adapters.http.problem.ProblemException;
import ai.artenic.optimizer.domain.intake.Bounds;
import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.intake.RawObject;
import ai.artenic.optimizer.domain.intake.Violation;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The query parameters of a request. Like [RawObject], reading notes every mistake; [#conclude] tells them all.
public final class QueryParameters {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,4})?");
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Bounds ANY_NUMBER = Bounds.between(-Double.MAX_VALUE, Double.MAX_VALUE);
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    /// A day of UTC that begins by then also ends in a year of four digits, as RFC 3339 wants them.
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final RawObject fields =
            RawObject.root(Map.of("query", values)).object("query").orElseThrow();

    private QueryParameters() {}

    /// @param query the part of the address after `?`, as it arrived
    public static QueryParameters parse(@Nullable String query) {
        var parameters = new QueryParameters();
        if (query != null && !query.isEmpty()) {
            for (String pair : query.split("&", -1)) {
                parameters.add(pair);
            }
        }
        return parameters;
    }

    public Optional<String> text(String name) {
        return fields.text(name);
    }

    /// A text that has to be there.
    ///
    /// @param isOne whether a text can be a value at all
    public Optional<String> neededText(String name, Predicate<String> isOne) {
        Optional<String> text = fields.text(name);
        if (text.isEmpty() && !values.containsKey(name)) {
            fields.refuse(name, "is needed");
        } else if (text.isPresent() && !isOne.test(text.get())) {
            fields.refuse(name, "is none: '" + text.get() + "'");
        }
        return text.filter(isOne);
    }

    /// A number that has to be there.
    public OptionalDouble neededNumber(String name, Bounds bounds) {
        OptionalDouble number = number(name, bounds);
        if (number.isEmpty() && !values.containsKey(name)) {
            fields.refuse(name, "is needed");
        }
        return number;
    }

    public Optional<Boolean> flag(String name) {
        values.computeIfPresent(name, (key, text) -> flagOrText(text));
        return fields.optionalFlag(name);
    }

    public OptionalDouble number(String name, Bounds bounds) {
        values.computeIfPresent(name, (key, text) -> numberOrText(text));
        return fields.optionalNumber(name, bounds);
    }

    public int integer(String name, Bounds bounds, int otherwise) {
        values.computeIfPresent(name, (key, text) -> numberOrText(text));
        return fields.integer(name, bounds, otherwise);
    }

    public <E extends Enum<E>> E choice(String name, Class<E> terms, E otherwise) {
        return fields.choice(name, terms, otherwise);
    }

    public <E extends Enum<E>> Optional<E> choice(String name, Class<E> terms) {
        return fields.optionalChoice(name, terms);
    }

    /// A UUID, or nothing where the parameter is absent.
    public Optional<UUID> id(String name) {
        Optional<String> text = fields.text(name);
        Optional<UUID> id = text.filter(UUID_TEXT.asMatchPredicate()).map(UUID::fromString);
        if (text.isPresent() && id.isEmpty()) {
            fields.refuse(name, "must be a UUID such as 123e4567-e89b-12d3-a456-426614174000");
        }
        return id;
    }

    /// A moment, or nothing where the parameter is absent.
    public Optional<Instant> moment(String name) {
        return fields.text(name).flatMap(text -> instant(name, text));
    }

    /// A position in a list, or nothing where the parameter is absent. Cursors may be longer than other texts.
    public <T> Optional<T> cursor(String name, Function<String, Optional<T>> decode) {
        String cursor = values.get(name) instanceof String text && !text.isBlank() ? text : "";
        values.computeIfPresent(name, (key, text) -> cursor.isEmpty() ? text : "a cursor");
        Optional<T> position = fields.text(name).flatMap(present -> decode.apply(cursor));
        if (!cursor.isEmpty() && position.isEmpty()) {
            fields.refuse(name, "is not a cursor of this list with these filters");
        }
        return position;
    }

    /// Notes a mistake that only shows when several parameters are seen together.
    public void refuse(String name, String message) {
        fields.refuse(name, message);
    }

    /// The value, if nothing is wrong with the parameters; those not read by now are refused by name.
    ///
    /// @throws ProblemException naming everything that is wrong
    public <T> T conclude(Supplier<T> value) {
        fields.refuseUnknownFields();
        return switch (fields.conclude(value)) {
            case Intake.Accepted<T>(T accepted) -> accepted;
            case Intake.Refused<T>(var violations) -> throw new ProblemException(new Problem.Invalid(violations));
        };
    }

    /// The value a reader of the domain made of the parameters, if nothing is wrong with them; those not read
    /// by now are refused by name.
    ///
    /// @param read what the reader made of them
    /// @param inQuery where in the query a pointer of the reader's leads
    /// @throws ProblemException naming everything that is wrong; of one parameter what was found first
    public <T> T conclude(Intake<T> read, UnaryOperator<String> inQuery) {
        fields.refuseUnknownFields();
        var wrong = new LinkedHashMap<String, Violation>();
        if (fields.conclude(() -> true) instanceof Intake.Refused<Boolean>(var own)) {
            own.forEach(each -> wrong.putIfAbsent(each.pointer(), each));
        }
        if (read instanceof Intake.Refused<T>(var refused)) {
            for (Violation each : refused) {
                String pointer = inQuery.apply(each.pointer());
                wrong.putIfAbsent(pointer, new Violation(pointer, each.message()));
            }
        }
        if (read instanceof Intake.Accepted<T>(T accepted) && wrong.isEmpty()) {
            return accepted;
        }
        throw new ProblemException(new Problem.Invalid(List.copyOf(wrong.values())));
    }

    /// The parameter as the field of a body would hold it, or nothing where it is absent or not of this type.
    ///
    /// @param type of JSON Schema: `number`, `integer`, `boolean`, `string`, or `array` for names between
    ///     commas
    public Optional<Object> value(String name, String type) {
        return switch (type) {
            case "number", "integer" -> {
                OptionalDouble number = number(name, ANY_NUMBER);
                yield number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
            }
            case "boolean" -> flag(name).map(Object.class::cast);
            case "array" -> text(name).map(names -> List.of(names.split(",", -1)));
            default -> text(name).map(Object.class::cast);
        };
    }

    private Optional<Instant> instant(String name, String text) {
        try {
            Instant moment = Instant.parse(text);
            if (!moment.isBefore(EARLIEST) && !moment.isAfter(LATEST)) {
                return Optional.of(moment);
            }
        } catch (DateTimeException e) {
            // refused below, like a moment out of bounds
        }
        fields.refuse(name, "must be an RFC 3339 time such as 2026-01-31T00:00:00Z (a + written as %2B)");
        return Optional.empty();
    }

    private void add(String pair) {
        int split = pair.indexOf('=');
        Optional<String> name = PercentEncoding.decode(split < 0 ? pair : pair.substring(0, split));
        Optional<String> value = PercentEncoding.decode(split < 0 ? "" : pair.substring(split + 1));
        if (name.isEmpty() || value.isEmpty()) {
            fields.refuse(name.orElse("?"), "must be percent-encoded UTF-8 text without U+0000");
        } else if (values.putIfAbsent(name.get(), value.get()) != null) {
            fields.refuse(name.get(), "is given more than once");
        }
    }

    private static Object flagOrText(Object text) {
        return text.equals("true") ? true : text.equals("false") ? false : text;
    }

    private static Object numberOrText(Object text) {
        return text instanceof String digits && NUMBER.matcher(digits).matches()
                ? new BigDecimal(digits).stripTrailingZeros()
                : text;
    }
}
