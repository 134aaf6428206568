package ai.artenic.optimizer.domain.experience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.experience.GroupExperience.Lesson;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplanationsTest {
    /// Hours are modelled as if all ran alike; the doubt is whether machines of little memory take four times as
    /// long.
    private record Memory() implements Doubt {
        @Override
        public double[] shares() {
            return new double[] {0.5, 0.5};
        }

        @Override
        public double[] logFactors(Placement placement) {
            return new double[] {0, isSmall(placement) ? Math.log(4) : 0};
        }
    }

    private static final Doubt DOUBT = new Memory();

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    private static boolean isSmall(Placement placement) {
        return placement.machine().memoryGb().orElseThrow() < 32;
    }

    private static Placement place(double memoryGb, int nodes) {
        var machine = new Machine(OptionalDouble.of(8), OptionalDouble.of(memoryGb), Optional.empty());
        return new Placement(new Provider("aws"), "m" + memoryGb, machine, nodes, 0.3 + memoryGb / 100);
    }

    private static PastRun took(Placement placement, double factor) {
        return new PastRun(placement, 1, factor, false);
    }

    private static Lesson taught(Placement placement, PastRun... runs) {
        return GroupExperience.of(List.of(runs)).of(placement, DOUBT);
    }

    @Test
    void runs_on_both_kinds_of_machine_decide_between_explanations() {
        Placement unseen = place(16, 12);
        Lesson slow = taught(unseen, took(place(64, 4), 1), took(place(16, 4), 4));
        Lesson alike = taught(unseen, took(place(64, 4), 1), took(place(16, 4), 1));

        assertEquals(4, slow.hoursFactor(), 0.6);
        assertEquals(1, alike.hoursFactor(), 0.15);
    }

    @Test
    void runs_on_one_kind_of_machine_leave_the_other_kind_in_doubt() {
        GroupExperience one = GroupExperience.of(List.of(took(place(64, 4), 1)));

        Lesson other = one.of(place(16, 4), DOUBT);
        assertTrue(other.hoursFactor() > 1.5 && other.hoursFactor() < 3, other.toString());
        assertTrue(other.deviation() > one.of(place(16, 4)).deviation() + 0.1, other.toString());
    }

    @Test
    void a_doubt_that_says_nothing_of_any_placement_changes_nothing() {
        List<PastRun> runs = List.of(took(place(64, 4), 1), took(place(16, 8), 3));
        GroupExperience experience = GroupExperience.of(runs);
        record Idle() implements Doubt {
            @Override
            public double[] shares() {
                return new double[] {0.2, 0.8};
            }

            @Override
            public double[] logFactors(Placement placement) {
                return new double[2];
            }
        }
        Lesson plain = experience.of(place(32, 6));
        Lesson idle = experience.of(place(32, 6), new Idle());

        assertEquals(plain.hoursFactor(), idle.hoursFactor(), 1e-12);
        assertEquals(plain.deviation(), idle.deviation(), 1e-9);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_right_explanation_is_found_whichever_it_is(long seed) {
        var random = new SplittableRandom(seed);
        boolean slow = random.nextBoolean();
        var runs = new ArrayList<PastRun>();
        for (int i = 0; i < 6; i++) {
            Placement placement = place(i % 2 == 0 ? 16 : 64, 2 + random.nextInt(20));
            double noise = Math.exp(0.1 * (random.nextDouble() - 0.5));
            runs.add(took(placement, 2 * noise * (slow && isSmall(placement) ? 4 : 1)));
        }
        Lesson lesson = GroupExperience.of(runs).of(place(16, 48), DOUBT);

        assertEquals(slow ? 8 : 2, lesson.hoursFactor(), slow ? 1.6 : 0.4);
    }
}
