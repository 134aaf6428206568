package ai.artenic.optimizer.domain.sweep;

import ai.artenic.optimizer.domain.ranking.Ranking;
import java.util.ArrayList;
import java.util.List;

/// What a sweep's plans take for granted, in words.
final class SweepAssumptions {
    private SweepAssumptions() {}

    /// Those of one trial's estimates, and those of the pruning.
    static List<String> of(Ranking.Ordered ordered, Pruning pruning) {
        var assumptions = new ArrayList<>(ordered.assumptions());
        switch (pruning) {
            case Pruning.None() -> {}
            case Pruning.Median _ ->
                assumptions.add("median pruning taken to stop half of the trials at each look; where good trials stay"
                        + " good it stops fewer, at worst none, which the high cost counts on");
            case Pruning.SuccessiveHalving _ ->
                assumptions.add("trials that go on taken to resume from the checkpoint of their rung");
        }
        return assumptions;
    }
}
