package ai.artenic.optimizer.domain.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An object of an input as it arrived: names with values that are text, numbers, booleans, lists, objects or null.
///
/// Each reading method names a field, checks its type and bounds, and on a mistake notes a [Violation] and answers a
/// harmless stand-in, so that one pass finds everything wrong. A value read from an object with violations must not be
/// used: [#conclude] sees to that.
public final class RawObject {
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_LIST = 500;

    private final String pointer;
    private final Map<String, ?> fields;
    private final List<Violation> violations;
    private final Set<String> known = new HashSet<>();

    private RawObject(String pointer, Map<String, ?> fields, List<Violation> violations) {
        this.pointer = pointer;
        this.fields = fields;
        this.violations = violations;
    }

    /// The whole input.
    public static RawObject root(Map<String, ?> fields) {
        return new RawObject("", fields, new ArrayList<>());
    }

    /// The value, made only if nothing is wrong, or all violations found in this object and the objects read from it.
    public <T> Intake<T> conclude(Supplier<? extends T> value) {
        return violations.isEmpty() ? new Intake.Accepted<>(value.get()) : new Intake.Refused<>(violations);
    }

    /// A number that must be there.
    public double number(String name, Bounds bounds) {
        return number(name, bounds, OptionalDouble.empty());
    }

    /// A number, or `otherwise` where the field is absent or null.
    public double number(String name, Bounds bounds, double otherwise) {
        return number(name, bounds, OptionalDouble.of(otherwise));
    }

    /// A number, or nothing where the field is absent or null.
    public OptionalDouble optionalNumber(String name, Bounds bounds) {
        return take(name) == null ? OptionalDouble.empty() : OptionalDouble.of(number(name, bounds));
    }

    /// A whole number that must lie in `bounds` and in the range of an int.
    public int integer(String name, Bounds bounds, int otherwise) {
        double number = number(name, bounds, otherwise);
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            refuse(name, "must be a whole number, was " + Shown.of(take(name)));
            return otherwise;
        }
        return (int) number;
    }

    /// A whole number, or nothing where the field is absent or null.
    public OptionalInt optionalInteger(String name, Bounds bounds) {
        return take(name) == null ? OptionalInt.empty() : OptionalInt.of(integer(name, bounds, (int) bounds.least()));
    }

    /// A boolean that must be there.
    public boolean flag(String name) {
        return flag(name, null);
    }

    /// A boolean, or `otherwise` where the field is absent or null.
    public boolean flag(String name, boolean otherwise) {
        return flag(name, Boolean.valueOf(otherwise));
    }

    /// A boolean, or nothing where the field is absent or null.
    public Optional<Boolean> optionalFlag(String name) {
        return take(name) == null ? Optional.empty() : Optional.of(flag(name));
    }

    /// A term of an enumeration by its lower-case name; must be there.
    public <E extends Enum<E>> E choice(String name, Class<E> terms) {
        return choice(name, terms, terms.getEnumConstants()[0], true);
    }

    /// A term of an enumeration by its lower-case name, or `otherwise` where the field is absent or null.
    public <E extends Enum<E>> E choice(String name, Class<E> terms, E otherwise) {
        return choice(name, terms, otherwise, false);
    }

    /// A term of an enumeration by its lower-case name, or nothing where the field is absent or null.
    public <E extends Enum<E>> Optional<E> optionalChoice(String name, Class<E> terms) {
        return take(name) == null ? Optional.empty() : Optional.of(choice(name, terms));
    }

    /// A text of 1 to 200 characters, or nothing where the field is absent or null.
    public Optional<String> text(String name) {
        return switch (take(name)) {
            case null -> Optional.empty();
            case String text
            when text.isBlank() -> {
                refuse(name, "must not be blank");
                yield Optional.empty();
            }
            case String text
            when text.length() > LONGEST_TEXT -> {
                refuse(name, "must have at most " + LONGEST_TEXT + " characters, had " + text.length());
                yield Optional.empty();
            }
            case String text -> Optional.of(text);
            case Object other -> {
                refuse(name, "must be a string, was " + Shown.of(other));
                yield Optional.empty();
            }
        };
    }

    /// A list of texts; an absent field is the empty list.
    public List<String> texts(String name) {
        Object value = take(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> items) || items.size() > LONGEST_LIST) {
            refuse(name, "must be a list of at most " + LONGEST_LIST + " strings, was " + Shown.of(value));
            return List.of();
        }
        var texts = new ArrayList<String>();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof String text && !text.isBlank() && text.length() <= LONGEST_TEXT) {
                texts.add(text);
            } else {
                violations.add(new Violation(
                        pointerTo(name) + "/" + i,
                        "must be a string of 1 to 200 characters, was " + Shown.of(items.get(i))));
            }
        }
        return texts;
    }

    /// An object within this one, or nothing where the field is absent or null.
    public Optional<RawObject> object(String name) {
        Object value = take(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof Map<?, ?> object)) {
            refuse(name, "must be an object, was " + Shown.of(value));
            return Optional.empty();
        }
        @SuppressWarnings("unchecked") // every reader of the wire formats makes maps with text keys
        var named = (Map<String, ?>) object;
        return Optional.of(new RawObject(pointerTo(name), named, violations));
    }

    /// Notes a violation of the field.
    public void refuse(String name, String message) {
        violations.add(new Violation(pointerTo(name), message));
    }

    /// Notes a violation for each field that no reading method has named so far, with the nearest known name.
    public void refuseUnknownFields() {
        for (String name : fields.keySet()) {
            if (!known.contains(name)) {
                refuse(name, "is not a known field" + Nearest.hint(name, new TreeSet<>(known)));
            }
        }
    }

    private double number(String name, Bounds bounds, OptionalDouble otherwise) {
        Object value = take(name);
        if (value == null) {
            if (otherwise.isEmpty()) {
                refuse(name, "is required");
            }
            return otherwise.orElse(bounds.least());
        }
        if (!(value instanceof Number number)) {
            refuse(name, "must be a number, was " + Shown.of(value));
            return bounds.least();
        }
        double read = number.doubleValue();
        if (Double.isNaN(read) || Double.isInfinite(read)) {
            refuse(name, "must be a finite number");
            return bounds.least();
        }
        if (!bounds.holds(read)) {
            refuse(name, bounds.describe() + ", was " + Shown.of(value));
            return bounds.least();
        }
        return read == 0 ? 0.0 : read;
    }

    private boolean flag(String name, @Nullable Boolean otherwise) {
        Object value = take(name);
        if (value instanceof Boolean flag) {
            return flag;
        }
        if (value != null) {
            refuse(name, "must be true or false, was " + Shown.of(value));
        } else if (otherwise == null) {
            refuse(name, "is required");
        }
        return otherwise != null && otherwise;
    }

    private <E extends Enum<E>> E choice(String name, Class<E> terms, E otherwise, boolean required) {
        Object value = take(name);
        if (value == null) {
            if (required) {
                refuse(name, "is required");
            }
            return otherwise;
        }
        List<E> constants = List.of(terms.getEnumConstants());
        for (E term : constants) {
            if (Terms.wire(term).equals(value)) {
                return term;
            }
        }
        List<String> names = constants.stream().map(Terms::wire).toList();
        String hint = value instanceof String text ? Nearest.hint(text.toLowerCase(Locale.ROOT), names) : "";
        refuse(name, "must be one of " + String.join(", ", names) + ", was " + Shown.of(value) + hint);
        return otherwise;
    }

    private @Nullable Object take(String name) {
        known.add(name);
        return fields.get(name);
    }

    private String pointerTo(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
