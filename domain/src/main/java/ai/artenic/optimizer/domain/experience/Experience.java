package ai.artenic.optimizer.domain.experience;

import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.calibration.WorkloadClass;
import ai.artenic.optimizer.domain.workload.QueryId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the newest runs of all query groups teach, group by group. Immutable.
///
/// A group's experience is made when it is first asked for, and remembered until the group has a new run or another
/// calibration is in use; what is newer shares it with what it came from.
public final class Experience {
    /// Runs that are held; older ones are forgotten. Fifty groups with as many runs as one looks at.
    public static final int MOST_RUNS = 50 * GroupExperience.MOST_RUNS;

    /// Nothing has run yet.
    public static final Experience NONE = new Experience(List.of(), Map.of());

    private final List<GroupRun> runs;
    private final Map<Basis, Group> groups;

    private Experience(List<GroupRun> runs, Map<Basis, Group> groups) {
        this.runs = runs;
        this.groups = groups;
    }

    /// Runs that may be compared: of one group, their hours modelled alike. Where a user gave hours of their own, it is
    /// those that err.
    private record Basis(QueryId group, boolean isOwnFigure) {
        static Basis of(QueryId group, WorkloadClass workload) {
            return new Basis(group, workload.isOwnFigure());
        }
    }

    /// This and newer runs.
    ///
    /// @param newer oldest first
    public Experience and(List<GroupRun> newer) {
        var all = new ArrayList<GroupRun>(runs);
        all.addAll(newer);
        List<GroupRun> newest = List.copyOf(all.subList(Math.max(0, all.size() - MOST_RUNS), all.size()));
        var byGroup = new HashMap<Basis, List<GroupRun>>();
        for (GroupRun run : newest) {
            byGroup.computeIfAbsent(Basis.of(run.group(), run.workload()), _ -> new ArrayList<>())
                    .add(run);
        }
        var grown = new HashMap<Basis, Group>();
        byGroup.forEach((basis, ran) -> grown.put(basis, Group.of(ran, groups.get(basis))));
        return new Experience(newest, grown);
    }

    /// The experience of a group, to correct what this calibration predicts.
    ///
    /// @param workload class of the workload that is predicted
    public GroupExperience of(QueryId group, WorkloadClass workload, Calibration calibration) {
        Group known = groups.get(Basis.of(group, workload));
        return known == null ? GroupExperience.NONE : known.by(calibration);
    }

    public boolean isEmpty() {
        return runs.isEmpty();
    }

    /// How many runs are held.
    public int runs() {
        return runs.size();
    }

    /// How many query groups have a run.
    public int groups() {
        return (int) groups.keySet().stream().map(Basis::group).distinct().count();
    }

    private static final class Group {
        private final List<GroupRun> runs;

        /// Whoever finds none makes one; two at once make the same.
        private @Nullable Remembered last;

        private record Remembered(Calibration calibration, GroupExperience experience) {}

        private Group(List<GroupRun> runs) {
            this.runs = runs;
        }

        static Group of(List<GroupRun> all, @Nullable Group before) {
            List<GroupRun> newest = all.subList(Math.max(0, all.size() - GroupExperience.MOST_RUNS), all.size());
            return before != null && isSame(before.runs, newest) ? before : new Group(List.copyOf(newest));
        }

        /// Runs are only ever added behind and dropped in front, so ends that are the same hold the same.
        @SuppressWarnings("ReferenceEquality")
        private static boolean isSame(List<GroupRun> one, List<GroupRun> other) {
            return one.size() == other.size() && one.getFirst() == other.getFirst() && one.getLast() == other.getLast();
        }

        GroupExperience by(Calibration calibration) {
            Remembered known = last;
            if (known == null || known.calibration() != calibration) {
                known = new Remembered(calibration, GroupExperience.of(GroupRun.by(calibration, runs)));
                last = known;
            }
            return known.experience();
        }
    }
}
