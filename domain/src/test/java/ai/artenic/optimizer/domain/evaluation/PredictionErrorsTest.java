package ai.artenic.optimizer.domain.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PredictionErrorsTest {
    @Test
    void figures_of_four_points_are_those_computed_by_hand() {
        var errors = new PredictionErrors();
        errors.add(100, 100, 90, 110); // 0 %, in the interval
        errors.add(130, 100, 110, 150); // 30 %, below the interval
        errors.add(60, 100, 50, 70); // 40 %, above the interval
        errors.add(300, 100, 90, 400); // 200 %, in the interval, not within a factor of two

        ErrorSummary summary = errors.summary();

        assertEquals(4, summary.n());
        assertEquals(0.35, summary.medianRelativeError(), 1e-12);
        assertEquals(0.4 + 0.7 * 1.6, summary.p90RelativeError(), 1e-12);
        assertEquals(0.75, summary.within2xRatio());
        assertEquals(0.5, summary.intervalCoverageRatio());
    }

    @Test
    void without_points_there_are_no_figures() {
        ErrorSummary summary = new PredictionErrors().summary();

        assertEquals(0, summary.n());
        assertTrue(Double.isNaN(summary.medianRelativeError()) && Double.isNaN(summary.within2xRatio()));
    }

    @Test
    void figures_go_by_the_names_in_the_documents() {
        Map<String, Object> fields = new ErrorSummary(1, 0.1, 0.2, 1, 0).fields();

        assertEquals(
                List.of(
                        "n",
                        "median_relative_error",
                        "p90_relative_error",
                        "within_2x_ratio",
                        "interval_coverage_ratio"),
                List.copyOf(fields.keySet()));
    }
}
