package ai.artenic.optimizer.domain.cost.saving;

import java.util.OptionalDouble;
import java.util.TreeMap;

/// Counts ratios in steps of 0.1 %, so that their median needs no memory for each.
final class Ratios {
    private static final double STEPS = 1_000;

    /// Beyond a factor of e^20 ratios are not told apart; nothing is one of them.
    private static final double LOGARITHM_MOST = 20;

    private final TreeMap<Long, Long> counts = new TreeMap<>();
    private long total;

    /// @param ratio at least 0
    void add(double ratio) {
        double logarithm = Math.clamp(Math.log(ratio), -LOGARITHM_MOST, LOGARITHM_MOST);
        counts.merge(Math.round(logarithm * STEPS), 1L, Long::sum);
        total++;
    }

    /// The middle one; of the two in the middle their geometric mean.
    OptionalDouble median() {
        return total == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.exp((at((total - 1) / 2) + at(total / 2)) / 2.0 / STEPS));
    }

    /// The step of the ratio at this place in their order.
    private long at(long place) {
        long passed = 0;
        for (var step : counts.entrySet()) {
            passed += step.getValue();
            if (passed > place) {
                return step.getKey();
            }
        }
        throw new IllegalArgumentException("There are " + total + " ratios, none at " + place);
    }
}
