package ai.artenic.optimizer.domain.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RawObjectTest {
    private enum Tier {
        HOT,
        WARM,
        COLD
    }

    private static RawObject object(String name, @Nullable Object value) {
        return RawObject.root(Collections.singletonMap(name, value));
    }

    private static List<Violation> violations(RawObject object) {
        return object.conclude(() -> "value") instanceof Intake.Refused<String>(var found) ? found : List.of();
    }

    private static String only(RawObject object) {
        List<Violation> violations = violations(object);
        assertEquals(1, violations.size(), violations.toString());
        return violations.getFirst().pointer() + " " + violations.getFirst().message();
    }

    @Test
    void a_sound_object_concludes_with_the_value() {
        RawObject sound = RawObject.root(Map.of("n", 3, "b", true));
        sound.number("n", Bounds.atLeast(0));
        sound.flag("b");
        sound.refuseUnknownFields();
        assertEquals(new Intake.Accepted<>("made"), sound.conclude(() -> "made"));
    }

    @Test
    void everything_wrong_is_named_at_once_in_order() {
        RawObject object = RawObject.root(new LinkedHashMap<>(Map.of("a", -1, "b", "yes")));
        object.number("a", Bounds.between(0, 5));
        object.flag("b");
        object.number("c", Bounds.atLeast(0));
        assertEquals(
                List.of(
                        new Violation("/a", "must be between 0 and 5, was -1"),
                        new Violation("/b", "must be true or false, was \"yes\""),
                        new Violation("/c", "is required")),
                violations(object));
    }

    @Test
    void a_number_must_be_finite_and_of_the_right_type() {
        RawObject huge = object("n", new BigDecimal("1e999"));
        huge.number("n", Bounds.atLeast(0));
        assertEquals("/n must be a finite number", only(huge));
        RawObject nan = object("n", Double.NaN);
        nan.number("n", Bounds.atLeast(0));
        assertEquals("/n must be a finite number", only(nan));
        RawObject text = object("n", "12");
        text.number("n", Bounds.atLeast(0));
        assertEquals("/n must be a number, was \"12\"", only(text));
        RawObject exponent = object("n", new BigDecimal("1e-999999999"));
        assertEquals(0.0, exponent.number("n", Bounds.atLeast(0)));
    }

    @Test
    void negative_zero_is_read_as_zero() {
        assertEquals(0.0, object("n", -0.0).number("n", Bounds.atLeast(0)));
    }

    @Test
    void a_whole_number_must_be_whole_and_fit_an_int() {
        RawObject half = object("n", 1.5);
        half.integer("n", Bounds.atLeast(1), 1);
        assertEquals("/n must be a whole number, was 1.5", only(half));
        RawObject large = object("n", 3e9);
        large.integer("n", Bounds.atLeast(1), 1);
        assertEquals("/n must be a whole number, was 3.0E9", only(large));
        assertEquals(7, object("n", new BigDecimal("7.0")).integer("n", Bounds.atLeast(1), 1));
    }

    @Test
    void a_wrong_optional_number_is_named_once() {
        RawObject negative = object("n", -5);
        negative.optionalInteger("n", Bounds.between(1, 9));
        assertEquals("/n must be between 1 and 9, was -5", only(negative));
        assertEquals(OptionalInt.empty(), object("n", null).optionalInteger("n", Bounds.atLeast(1)));
        assertEquals(OptionalInt.of(4), object("n", 4).optionalInteger("n", Bounds.atLeast(1)));
    }

    @Test
    void what_is_absent_or_null_takes_its_default() {
        RawObject empty = object("n", null);
        assertEquals(5, empty.number("n", Bounds.atLeast(0), 5));
        assertEquals(6, empty.integer("m", Bounds.atLeast(0), 6));
        assertEquals(true, empty.flag("f", true));
        assertEquals(Tier.WARM, empty.choice("t", Tier.class, Tier.WARM));
        assertEquals(OptionalDouble.empty(), empty.optionalNumber("n", Bounds.atLeast(0)));
        assertEquals(Optional.empty(), empty.optionalFlag("f"));
        assertEquals(Optional.empty(), empty.optionalChoice("t", Tier.class));
        assertEquals(Optional.empty(), empty.text("s"));
        assertEquals(Optional.empty(), empty.object("o"));
        assertEquals(List.of(), empty.texts("l"));
        assertInstanceOf(Intake.Accepted.class, empty.conclude(() -> 1));
    }

    @Test
    void an_unknown_term_is_answered_with_the_nearest_valid_one() {
        RawObject typo = object("t", "Cald");
        typo.choice("t", Tier.class);
        assertEquals("/t must be one of hot, warm, cold, was \"Cald\"; did you mean cold?", only(typo));
        RawObject far = object("t", "glacier");
        far.choice("t", Tier.class);
        assertEquals("/t must be one of hot, warm, cold, was \"glacier\"", only(far));
        RawObject number = object("t", 3);
        number.choice("t", Tier.class);
        assertEquals("/t must be one of hot, warm, cold, was 3", only(number));
        RawObject missing = object("x", null);
        missing.choice("t", Tier.class);
        missing.flag("f");
        assertEquals(
                List.of(new Violation("/t", "is required"), new Violation("/f", "is required")), violations(missing));
    }

    @Test
    void an_unknown_field_is_named_with_the_nearest_known_one() {
        RawObject object = RawObject.root(Map.of("batch_siz", 1));
        object.integer("batch_size", Bounds.atLeast(1), 32);
        object.refuseUnknownFields();
        assertEquals("/batch_siz is not a known field; did you mean batch_size?", only(object));
    }

    @Test
    void texts_have_one_to_two_hundred_characters() {
        RawObject blank = object("s", " ");
        blank.text("s");
        assertEquals("/s must not be blank", only(blank));
        RawObject longText = object("s", "x".repeat(201));
        longText.text("s");
        assertEquals("/s must have at most 200 characters, had 201", only(longText));
        RawObject number = object("s", 1);
        number.text("s");
        assertEquals("/s must be a string, was 1", only(number));
        assertEquals(Optional.of("eu"), object("s", "eu").text("s"));
    }

    @Test
    void a_list_names_each_wrong_item_by_its_place() {
        RawObject mixed = object("l", Arrays.asList("a", 1, null));
        assertEquals(List.of("a"), mixed.texts("l"));
        assertEquals(
                List.of(
                        new Violation("/l/1", "must be a string of 1 to 200 characters, was 1"),
                        new Violation("/l/2", "must be a string of 1 to 200 characters, was null")),
                violations(mixed));
        RawObject scalar = object("l", Map.of());
        scalar.texts("l");
        assertEquals("/l must be a list of at most 500 strings, was an object", only(scalar));
        RawObject endless = object("l", Collections.nCopies(501, "a"));
        endless.texts("l");
        assertEquals("/l must be a list of at most 500 strings, was a list of 501", only(endless));
    }

    @Test
    void pointers_into_objects_are_escaped_as_json_pointers() {
        RawObject outer = object("o", Map.of("a/b~c", 1));
        outer.object("o").orElseThrow().refuseUnknownFields();
        assertEquals("/o/a~1b~0c is not a known field", only(outer));
        RawObject scalar = object("o", 5);
        scalar.object("o");
        assertEquals("/o must be an object, was 5", only(scalar));
    }

    @Test
    void long_values_are_shortened_in_messages() {
        RawObject flag = object("f", "y".repeat(100));
        flag.flag("f");
        assertEquals("/f must be true or false, was \"" + "y".repeat(40) + "…\"", only(flag));
        RawObject digits = object("f", new BigDecimal("1".repeat(400)));
        digits.flag("f");
        assertEquals("/f must be true or false, was " + "1".repeat(40) + "…", only(digits));
    }
}
