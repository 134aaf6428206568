package ai.artenic.optimizer.domain.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.offer.Machine;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateEvaluationTest {
    private static final Machine EIGHT =
            Offers.gpu("aws", "p5.48xlarge", Gpus.H100, 8, 50, 20).machine();

    private static MeasuredRow row(String from, String provider, String instance, String onDemand, String spot) {
        var columns = new LinkedHashMap<String, String>();
        columns.put("valid_from", from);
        columns.put("provider", provider);
        columns.put("instance", instance);
        columns.put("region", "us-east-1");
        columns.put("ondemand_usd_hour", onDemand);
        columns.put("spot_usd_hour", spot);
        columns.put("source", "s");
        return new MeasuredRow("prices.csv", columns);
    }

    private static Reading<PriceChange> read(MeasuredRow row) {
        return new PriceChangeReader((provider, type) -> Optional.of(EIGHT)).read(row);
    }

    private static Map<String, Object> figures(MeasuredRow... rows) {
        var evaluation = new GateEvaluation();
        for (MeasuredRow row : rows) {
            if (read(row) instanceof Reading.Usable<PriceChange>(PriceChange change)) {
                evaluation.add(change);
            }
        }
        return evaluation.figures();
    }

    @ParameterizedTest
    @CsvSource({"aws, p5.48xlarge, 98.32, 55.04", "lambda, gpu_8x_h100_sxm5, 27.52, 31.92"})
    void price_changes_that_really_happened_pass(String provider, String instance, String before, String after) {
        Map<String, Object> figures = figures(
                row("2025-01-01", provider, instance, before, ""), row("2025-06-05", provider, instance, after, ""));
        assertEquals(0, figures.get("quarantined"));
        assertEquals(2, figures.get("n"));
        assertEquals(1, figures.get("first_prices"));
    }

    @Test
    void what_is_held_back_counts_under_its_reason_and_does_not_become_the_last_good_price() {
        Map<String, Object> figures = figures(
                row("2025-01-01", "aws", "p5", "48", "20"),
                row("2025-01-02", "aws", "p5", "6", ""),
                row("2025-01-03", "aws", "p5", "49", "50"),
                row("2025-01-04", "aws", "p5", "0", ""),
                row("2025-01-05", "aws", "p5", "49", "20"));
        assertEquals(3, figures.get("quarantined"));
        assertEquals(0.6, figures.get("false_quarantine_ratio"));
        assertEquals(1, figures.get("per_gpu_per_node_mix_up"));
        assertEquals(1, figures.get("spot_above_on_demand"));
        assertEquals(1, figures.get("zero_price"));
    }

    @Test
    void rows_that_are_no_prices_are_named() {
        var reasons = new HashMap<String, Integer>();
        for (MeasuredRow row : List.of(
                row("2025-01-01", "", "p5", "1", ""),
                row("2025-01-01", "No Key", "p5", "1", ""),
                row("2025-01-01", "aws", "p5", "", ""),
                row("soon", "aws", "p5", "1", ""),
                row("2025-01-01", "aws", "p5", "one", ""),
                row("2025-01-01", "aws", "p5", "-1", ""))) {
            if (read(row) instanceof Reading.Unusable<PriceChange>(String reason)) {
                reasons.merge(reason, 1, Integer::sum);
            }
        }
        assertEquals(
                Map.of("no provider or no instance", 2, "no on-demand price", 1, "a price or a date is none", 3),
                reasons);
    }
}
