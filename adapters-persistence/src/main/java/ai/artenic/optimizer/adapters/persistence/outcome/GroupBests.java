package ai.artenic.optimizer.adapters.persistence.outcome;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.OptionalDouble;
import java.util.Set;

/// The best relative cost of each query group that a batch of outcomes meets, with what the batch makes of it.
final class GroupBests {
    /// Empty where every job of the group failed.
    private final Map<String, OptionalDouble> bests = new HashMap<>();

    private final Set<String> changed = new LinkedHashSet<>();
    private int known;

    /// Notes what is kept of a group; to be told before anything else of it.
    void known(String group, OptionalDouble best) {
        bests.put(group, best);
        known++;
    }

    /// The best cost of a group before another outcome.
    ///
    /// @param cost the outcome's; empty if it failed
    OptionalDouble beforeAdding(String group, OptionalDouble cost) {
        OptionalDouble best = bests.get(group);
        boolean isBetter =
                cost.isPresent() && (best == null || best.isEmpty() || cost.getAsDouble() < best.getAsDouble());
        if (best == null || isBetter) {
            bests.put(group, cost);
            changed.add(group);
        }
        return best == null ? OptionalDouble.empty() : best;
    }

    /// How many groups came in.
    long added() {
        return (long) bests.size() - known;
    }

    /// The groups that came in or have a better cost now, with their best.
    List<Entry<String, OptionalDouble>> changed() {
        return changed.stream().map(group -> Map.entry(group, bests.get(group))).toList();
    }
}
