package ai.artenic.optimizer.domain.cost.anomaly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.cost.anomaly.Detectors.Detector;
import ai.artenic.optimizer.domain.cost.anomaly.Detectors.Fault;
import ai.artenic.optimizer.domain.cost.anomaly.Detectors.Series;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;

/// Holds the detector against simpler ones that are set so that they raise as many false alarms. The table of
/// docs/evaluation.md.
class AnomalyComparisonTest {
    private static final int SERIES = 2000;

    @Test
    void at_equal_false_alarms_it_finds_at_least_as_many_spikes_steps_and_drifts() {
        assertEquals("""
                NONE 0.0004 0.0004 0.0004
                SPIKES 0.948 0.914 0.404
                STEP 0.799 0.431 0.055
                DRIFT 0.767 0.727 0.021
                """, table());
    }

    static String table() {
        List<Series> clean = Detectors.many(Fault.NONE, SERIES);
        Detector own = Detectors::scan;
        double alarms = Detectors.falseAlarms(own, clean);
        Detector mean = setTo(alarms, clean, Detectors::aboveMean);
        Detector deviations = setTo(alarms, clean, Detectors::zScore);
        var table = new StringBuilder();
        for (Fault fault : Fault.values()) {
            List<Series> series = Detectors.many(fault, SERIES);
            boolean isClean = fault == Fault.NONE;
            double[] figures = new double[3];
            Detector[] all = {own, mean, deviations};
            for (int i = 0; i < all.length; i++) {
                figures[i] = isClean ? Detectors.falseAlarms(all[i], series) : Detectors.found(all[i], series);
            }
            table.append(String.format(
                    Locale.ROOT,
                    isClean ? "%s %.4f %.4f %.4f\n" : "%s %.3f %.3f %.3f\n",
                    fault,
                    figures[0],
                    figures[1],
                    figures[2]));
            assertTrue(isClean || figures[0] >= Math.max(figures[1], figures[2]), table::toString);
        }
        return table.toString();
    }

    /// The detector of a kind that raises as many false alarms, or slightly more.
    private static Detector setTo(double alarms, List<Series> clean, DoubleFunction<Detector> kind) {
        double low = 0;
        double high = 50;
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            if (Detectors.falseAlarms(kind.apply(middle), clean) >= alarms) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return kind.apply(low);
    }
}
