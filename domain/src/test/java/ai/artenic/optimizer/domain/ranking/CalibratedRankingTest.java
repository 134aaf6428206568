package ai.artenic.optimizer.domain.ranking;

import static ai.artenic.optimizer.domain.fixture.Observations.LORA_7B;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.calibration.AppliedCorrections;
import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.calibration.HardwareClass;
import ai.artenic.optimizer.domain.calibration.Observation;
import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Observations;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CalibratedRankingTest {
    private static final CatalogSnapshot BOTH = Offers.snapshot(
            List.of(Offers.gpu("gcp", "a100", Gpus.A100, 1, 2.5, 0), Offers.gpu("aws", "h100", Gpus.H100, 1, 15, 0)));
    private static final HardwareClass H100 = new HardwareClass("H100");
    private static final RecommendRequest REQUEST = new RecommendRequest(
            Workloads.lora7b(), Constraints.NONE, Goal.COST, Mode.AUTO, 5, Optional.empty(), false);

    private static Ranking.Ordered ranking(Calibration calibration) {
        return assertInstanceOf(
                Ranking.Ordered.class,
                new HeuristicRanker(Weights.DEFAULT, Reliability.NO_HISTORY, Gpus.CATALOG)
                        .rank(BOTH, REQUEST, calibration));
    }

    private static InstanceRecommendation on(String type, Calibration calibration) {
        return ranking(calibration).recommendations().stream()
                .filter(candidate -> candidate.offer().id().instanceType().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static Calibration from(int count, IntFunction<Observation> one) {
        return Calibration.of(IntStream.range(0, count).mapToObj(one).toList());
    }

    @Test
    void hours_and_cost_are_multiplied_by_the_factor_of_the_machines_class() {
        Calibration slower = from(7, i -> Observations.finished("job" + i, 1.5));
        double factor = Math.pow(1.5, 0.7);
        InstanceRecommendation before = on("a100", Calibration.NONE);
        InstanceRecommendation after = on("a100", slower);
        assertEquals(
                factor * before.estimatedHours().expected().value(),
                after.estimatedHours().expected().value(),
                1e-9);
        assertEquals(
                factor * before.estimatedCost().low().amount().doubleValue(),
                after.estimatedCost().low().amount().doubleValue(),
                1e-3);
        assertEquals(factor, after.corrections().hours(), 1e-12);
        assertEquals(1, after.corrections().memory());
    }

    @Test
    void a_correction_is_told_with_what_it_rests_on() {
        Calibration slower = from(7, i -> Observations.finished("job" + i, 1.5));
        assertTrue(on("a100", slower).explanation().contains("hours corrected by x1.33 from 7 outcomes on A100-80GB"));
        assertTrue(on("h100", slower)
                .explanation()
                .contains("hours corrected by x1.33 from 7 outcomes on other hardware"));
    }

    @Test
    void without_outcomes_nothing_is_corrected_and_nothing_told() {
        assertEquals(AppliedCorrections.NONE, on("a100", Calibration.NONE).corrections());
        assertFalse(ranking(Calibration.NONE).toString().contains("corrected"));
    }

    @Test
    void runs_out_of_memory_raise_the_need_on_every_card() {
        Calibration tight = from(1, i -> Observations.exhausted("job" + i, 2));
        double factor = Math.pow(2, 0.25);
        for (String type : List.of("a100", "h100")) {
            assertEquals(
                    factor
                            * on(type, Calibration.NONE)
                                    .gpuMemoryRequired()
                                    .orElseThrow()
                                    .high()
                                    .value(),
                    on(type, tight).gpuMemoryRequired().orElseThrow().high().value(),
                    1e-9);
            assertEquals(factor, on(type, tight).corrections().memory(), 1e-12);
        }
        assertTrue(ranking(tight).assumptions().contains("GPU memory need corrected by x1.19 from 1 run"));
    }

    @Test
    void hardware_that_proved_slow_falls_behind() {
        var slowA100 = IntStream.range(0, 50).mapToObj(i -> Observations.finished("a" + i, 15));
        var fairH100 = IntStream.range(0, 50).mapToObj(i -> Observations.finished("h" + i, H100, LORA_7B, 1));
        assertEquals(1, on("a100", Calibration.NONE).rank());
        assertEquals(
                1,
                on("h100", Calibration.of(Stream.concat(slowA100, fairH100).toList()))
                        .rank());
    }

    @Test
    void outcomes_are_compared_with_the_estimates_before_correction() {
        Calibration both = Calibration.of(List.of(Observations.finished("slow", 3), Observations.exhausted("oom", 2)));
        InstanceRecommendation before = on("a100", Calibration.NONE);
        InstanceRecommendation after = on("a100", both);
        assertTrue(after.estimatedHours().expected().value() > before.modelledHours());
        assertEquals(before.modelledHours(), after.modelledHours(), 1e-9);
        assertEquals(before.estimatedHours().expected().value(), before.modelledHours());
        assertEquals(
                before.gpuMemoryRequired().orElseThrow().expected().value(),
                after.modelledGpuMemoryGb().orElseThrow(),
                1e-9);
    }
}
