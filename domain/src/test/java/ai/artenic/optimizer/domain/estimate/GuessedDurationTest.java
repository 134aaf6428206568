package ai.artenic.optimizer.domain.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Machine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Hours of a network of which only the size is known: at one size the guess turns from convolutional to transformer,
/// and the hours from minutes to a working day.
class GuessedDurationTest {
    private static final Machine A100 =
            new Machine(OptionalDouble.of(16), OptionalDouble.of(128), Optional.of(new Accelerators(Gpus.A100, 1, 80)));

    private static ModelProfile profile(double paramsM, Map<String, ?> more) {
        var fields = new HashMap<String, Object>(
                Map.of("dataset_size_gb", 10, "framework", "pytorch", "gpu_required", true, "model_params_m", paramsM));
        fields.putAll(more);
        return ModelProfiler.profile(Workloads.of(fields));
    }

    private static DurationEstimate hours(double paramsM, Map<String, ?> more) {
        return new DurationEstimator(profile(paramsM, more), Gpus.CATALOG).estimate(A100, 1);
    }

    private static String said(double paramsM, Map<String, ?> more) {
        return profile(paramsM, more).assumptions().toString();
    }

    private static DurationEstimate guessed(double paramsM) {
        return hours(paramsM, Map.of());
    }

    private static DurationEstimate stated(double paramsM, String architecture) {
        return hours(paramsM, Map.of("architecture", architecture));
    }

    @ParameterizedTest
    @ValueSource(doubles = {32, 66, 86, 99.9, 100, 110, 198, 316})
    void where_both_architectures_are_common_the_interval_reaches_as_far_as_either(double paramsM) {
        for (String architecture : List.of("cnn", "transformer")) {
            DurationEstimate known = stated(paramsM, architecture);
            assertTrue(
                    guessed(paramsM).low() <= known.low() && guessed(paramsM).high() >= known.high(),
                    () -> guessed(paramsM) + " and " + architecture + " " + known);
        }
    }

    @Test
    void either_side_of_the_guess_is_within_the_interval_of_the_other() {
        DurationEstimate below = guessed(99.9);
        DurationEstimate above = guessed(100);
        assertTrue(above.expected() > 50 * below.expected(), below + " and " + above);
        assertTrue(below.high() > above.expected() && above.low() < below.expected(), below + " and " + above);
    }

    @ParameterizedTest
    @ValueSource(doubles = {8, 25.6, 31, 317, 7000})
    void far_from_where_the_guess_turns_it_is_not_doubted(double paramsM) {
        DurationEstimate guess = guessed(paramsM);
        DurationEstimate known = stated(paramsM, paramsM < 100 ? "cnn" : "transformer");
        assertEquals(known.expected(), guess.expected());
        assertTrue(known.low() < 1.5 * guess.low() && guess.high() < 1.5 * known.high(), () -> guess + " and " + known);
    }

    @Test
    void what_tells_the_architecture_leaves_the_interval_as_it_is() {
        DurationEstimate told = hours(110, Map.of("sequence_length", 512));
        assertTrue(told.high() < 10 * told.low(), told::toString);
    }

    @Test
    void the_doubt_is_said_where_it_widens_the_hours() {
        assertTrue(said(110, Map.of()).contains("the interval of the hours spans transformers and cnn"));
        for (Map<String, ?> known : List.of(Map.of("estimated_hours", 12), Map.of("architecture", "cnn"))) {
            assertFalse(said(110, known).contains("spans"), () -> said(110, known));
        }
        assertFalse(said(25, Map.of()).contains("spans"));
    }

    @Test
    void a_figure_of_the_users_own_is_no_wider_for_the_guess() {
        DurationEstimate own = hours(110, Map.of("estimated_hours", 12));
        assertEquals(12, own.expected(), 1e-9);
        assertTrue(
                own.high() < 8 * own.low()
                        && guessed(110).high() > 100 * guessed(110).low(),
                own::toString);
    }
}
