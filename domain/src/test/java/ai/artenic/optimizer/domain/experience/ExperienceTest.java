package ai.artenic.optimizer.domain.experience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.calibration.WorkloadClass;
import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Observations;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Runs;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.workload.QueryId;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExperienceTest {
    private static final Workload LORA = Workloads.lora7b();
    private static final Workload TREES = Workloads.trees();
    private static final Offer A100 = Offers.gpu("aws", "p4de", Gpus.A100, 1, 4, 0);
    private static final Placement ON_A100 =
            Runs.took(LORA, A100, 1).uncorrected().placement();

    private static GroupExperience of(Experience experience, Workload workload, Calibration calibration) {
        return experience.of(QueryId.of(workload), WorkloadClass.of(workload), calibration);
    }

    private static double factor(Experience experience, Calibration calibration) {
        return of(experience, LORA, calibration).of(ON_A100).hoursFactor();
    }

    @Test
    void a_group_learns_from_its_own_runs_and_no_other_does() {
        Experience experience = Experience.NONE.and(List.of(Runs.took(LORA, A100, 3)));
        assertEquals(3, factor(experience, Calibration.NONE), 0.01);
        assertTrue(of(experience, TREES, Calibration.NONE).isEmpty());
        assertTrue(of(Experience.NONE, LORA, Calibration.NONE).isEmpty());
    }

    @Test
    void what_the_calibration_learned_from_the_same_runs_is_not_counted_twice() {
        Experience experience = Experience.NONE.and(List.of(Runs.took(LORA, A100, 3)));
        Calibration calibration = Calibration.of(List.of(Observations.finished("job", 3)));
        double calibrated = calibration.durationFactor(Observations.A100, Observations.LORA_7B);
        assertEquals(Math.pow(3, 0.25), calibrated, 1e-12);
        assertEquals(3, calibrated * factor(experience, calibration), 0.01);
    }

    @Test
    void runs_with_a_users_own_hours_teach_nothing_of_the_models() {
        var fields = Workloads.lora7bFields();
        fields.put("estimated_hours", 5);
        Workload own = Workloads.of(fields);
        assertEquals(QueryId.of(LORA), QueryId.of(own));
        Experience experience = Experience.NONE.and(List.of(Runs.took(own, A100, 3)));
        assertTrue(of(experience, LORA, Calibration.NONE).isEmpty());
        assertEquals(1, of(experience, own, Calibration.NONE).runs().size());
        Experience both = experience.and(List.of(Runs.took(LORA, A100, 2)));
        assertEquals(List.of(1, 2), List.of(both.groups(), both.runs()));
    }

    @Test
    void a_groups_experience_is_made_once_for_each_calibration_and_set_of_runs() {
        Experience experience = Experience.NONE.and(List.of(Runs.took(LORA, A100, 3)));
        GroupExperience made = of(experience, LORA, Calibration.NONE);
        assertSame(made, of(experience, LORA, Calibration.NONE));
        Experience elsewhere = experience.and(List.of(Runs.took(TREES, A100, 3)));
        assertSame(made, of(elsewhere, LORA, Calibration.NONE));
        Experience more = elsewhere.and(List.of(Runs.took(LORA, A100, 3)));
        assertNotSame(made, of(more, LORA, Calibration.NONE));
        assertEquals(2, of(more, LORA, Calibration.NONE).runs().size());
        Calibration other = Calibration.of(List.of(Observations.finished("job", 3)));
        assertNotSame(made, of(experience, LORA, other));
        assertEquals(1, of(experience, LORA, Calibration.NONE).runs().size(), "what was, stays");
    }

    @Test
    void however_the_runs_come_in_the_same_is_known() {
        var runs = new ArrayList<GroupRun>();
        IntStream.range(0, 250).forEach(i -> runs.add(Runs.took(i % 2 == 0 ? LORA : TREES, A100, 1 + i / 100.0)));
        Experience atOnce = Experience.NONE.and(runs);
        Experience oneByOne = Experience.NONE;
        for (GroupRun run : runs) {
            oneByOne = oneByOne.and(List.of(run));
        }
        for (Workload workload : List.of(LORA, TREES)) {
            List<PastRun> known = of(atOnce, workload, Calibration.NONE).runs();
            assertEquals(GroupExperience.MOST_RUNS, known.size());
            assertEquals(known, of(oneByOne, workload, Calibration.NONE).runs());
        }
        assertEquals(List.of(2, 250), List.of(atOnce.groups(), atOnce.runs()));
    }

    @Test
    void runs_beyond_the_most_are_forgotten_oldest_first() {
        Experience experience = Experience.NONE.and(List.of(Runs.took(LORA, A100, 3)));
        GroupRun other = Runs.took(TREES, A100, 1);
        Experience full = experience.and(
                IntStream.range(1, Experience.MOST_RUNS).mapToObj(_ -> other).toList());
        assertEquals(3, factor(full, Calibration.NONE), 0.01);
        Experience beyond = full.and(List.of(other));
        assertEquals(List.of(1, Experience.MOST_RUNS), List.of(beyond.groups(), beyond.runs()));
        assertTrue(of(beyond, LORA, Calibration.NONE).isEmpty());
    }
}
