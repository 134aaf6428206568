package ai.artenic.optimizer.domain.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import ai.artenic.optimizer.domain.ranking.FeatureVector;
import ai.artenic.optimizer.domain.workload.QueryId;
import ai.artenic.optimizer.domain.workload.WorkloadHash;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RelevanceLabelTest {
    private static final Prediction PREDICTED = new Prediction(10, 100);

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 100, 4",
        "1, 1, 4",
        "10.001, 100, 3",
        "10, 100.001, 3",
        "15, 100, 3",
        "10, 150, 3",
        "15.001, 1, 2",
        "20, 100, 2",
        "10, 200, 2",
        "20.001, 100, 1",
        "1, 200.001, 1",
        "1e6, 1e6, 1",
        "0, 0, 4"
    })
    void the_larger_of_hours_and_cost_over_the_prediction_decides(double hours, double cost, int label) {
        assertEquals(
                label, RelevanceLabel.againstPrediction(hours, cost, PREDICTED).value());
    }

    @ParameterizedTest
    @CsvSource({"100, 4", "105, 4", "105.001, 3", "120, 3", "120.001, 2", "150, 2", "150.001, 1", "1e9, 1", "99, 4"})
    void cost_over_the_best_known_decides(double cost, int label) {
        assertEquals(label, RelevanceLabel.againstBestKnown(cost, 100).value());
    }

    @Test
    void a_free_best_is_matched_only_by_another() {
        assertEquals(4, RelevanceLabel.againstBestKnown(0, 0).value());
        assertEquals(1, RelevanceLabel.againstBestKnown(0.01, 0).value());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void longer_and_dearer_is_never_better(long seed) {
        var random = new SplittableRandom(seed);
        double hours = random.nextDouble(0, 30);
        double cost = random.nextDouble(0, 300);
        int label = RelevanceLabel.againstPrediction(hours, cost, PREDICTED).value();
        double more = 1 + random.nextDouble();
        assertTrue(
                RelevanceLabel.againstPrediction(hours * more, cost, PREDICTED).value() <= label);
        assertTrue(
                RelevanceLabel.againstPrediction(hours, cost * more, PREDICTED).value() <= label);
        int regret = RelevanceLabel.againstBestKnown(cost, 100).value();
        assertTrue(RelevanceLabel.againstBestKnown(cost * more, 100).value() <= regret);
        assertTrue(label >= 1 && regret >= 1, "0 is for failures");
    }

    @Test
    void a_label_lies_between_zero_and_four() {
        assertThrows(IllegalArgumentException.class, () -> new RelevanceLabel(-1));
        assertThrows(IllegalArgumentException.class, () -> new RelevanceLabel(5));
        assertEquals(0, RelevanceLabel.FAILED.value());
    }

    @Test
    void an_outcome_is_judged_by_the_best_known_before_it() {
        AssessedOutcome cheap = assessed(OptionalDouble.of(1.1));
        assertEquals(4, cheap.regretLabel(OptionalDouble.empty()).value());
        assertEquals(3, cheap.regretLabel(OptionalDouble.of(1)).value());
        assertEquals(4, cheap.regretLabel(OptionalDouble.of(2)).value());
        assertEquals(
                0,
                assessed(OptionalDouble.empty())
                        .regretLabel(OptionalDouble.of(1))
                        .value());
    }

    private static AssessedOutcome assessed(OptionalDouble relativeCost) {
        return new AssessedOutcome(
                Reports.of(Reports.sound()),
                Workloads.lora7b(),
                QueryId.of(Workloads.lora7b()),
                WorkloadHash.of(Workloads.lora7b()),
                Optional.of(PREDICTED),
                Optional.empty(),
                relativeCost,
                new FeatureVector(FeatureSchema.V1, new double[FeatureSchema.V1.size()]),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    @Test
    void only_some_failures_are_the_instances() {
        assertEquals(
                List.of(FailureKind.OOM, FailureKind.TIMEOUT, FailureKind.CAPACITY),
                List.of(FailureKind.values()).stream()
                        .filter(FailureKind::isOfTheInstance)
                        .toList());
    }
}
