package ai.artenic.optimizer.domain.cost.history;

import java.util.Comparator;

/// Jobs that are told apart from others.
///
/// @param provider key of their provider; empty for all
/// @param name of their instance type or region; empty where they are told apart by neither
public record SpendGroup(String provider, String name) implements Comparable<SpendGroup> {
    /// All jobs.
    public static final SpendGroup ALL = new SpendGroup("", "");

    /// The jobs of the groups that are not told apart, because there are too many.
    public static final SpendGroup OTHERS = new SpendGroup("", "other");

    /// The name of the region of jobs that tell none.
    public static final String UNKNOWN_REGION = "unknown";

    private static final Comparator<SpendGroup> ORDER =
            Comparator.comparing(SpendGroup::provider).thenComparing(SpendGroup::name);

    @Override
    public int compareTo(SpendGroup other) {
        return ORDER.compare(this, other);
    }
}
