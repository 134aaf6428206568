package ai.artenic.optimizer.domain.cost.anomaly;

import ai.artenic.optimizer.domain.cost.anomaly.Baseline.Verdict;
import ai.artenic.optimizer.domain.workload.QueryId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/// Looks at jobs in the order in which they ended, and finds those that cost more than jobs like them before.
///
/// A job is held against the undisturbed ones of its query group that ended earlier: what comes later changes no
/// verdict.
/// Of the expected cost it is the ratio that is compared, so that instances and sizes mix. A job that is found, or
/// nearly, is not counted as usual afterwards, so that steps and drifts stay visible.
public final class AnomalyScan {
    /// Where nobody says how little is not worth telling.
    public static final double IMPACT_LEAST_EUR = 1;

    /// Anomalies that are listed at most, of each kind.
    public static final int LISTED_MOST = 500;

    /// For how long jobs before the period are looked at to know what is usual.
    public static final Duration BEFORE = Duration.ofDays(90);

    private static final Comparator<Anomaly> LEAST_FIRST = Comparator.comparingDouble(Anomaly::impactEur)
            .thenComparing(anomaly -> anomaly.job().jobId(), Comparator.reverseOrder());

    private final Instant from;
    private final double impactLeast;
    private final Map<QueryId, Baseline> baselines = new HashMap<>();
    private final PriorityQueue<Anomaly> undisturbed = new PriorityQueue<>(LEAST_FIRST);
    private final PriorityQueue<Anomaly> disturbed = new PriorityQueue<>(LEAST_FIRST);
    private long judged;
    private long notJudged;
    private long found;

    /// @param from jobs that ended before only tell what is usual
    /// @param impactLeast EUR above the normal cost from which a job is told
    public AnomalyScan(Instant from, double impactLeast) {
        this.from = from;
        this.impactLeast = impactLeast;
    }

    /// @param job that did not end before the last one
    public void add(SpentJob job) {
        Baseline baseline = baselines.computeIfAbsent(job.group(), _ -> new Baseline());
        Optional<Expected> expected = job.cost() > 0 ? baseline.expected(job) : Optional.empty();
        boolean isUsual = expected.isEmpty() || !judge(job, baseline.judge(job, expected.get()));
        boolean isAsked = !job.at().isBefore(from);
        judged += isAsked && expected.isPresent() ? 1 : 0;
        notJudged += isAsked && expected.isEmpty() ? 1 : 0;
        if (isUsual && job.ranClean() && job.cost() > 0) {
            baseline.add(job, expected);
        }
    }

    /// What was found so far.
    public Anomalies result() {
        return new Anomalies(listed(undisturbed), listed(disturbed), judged, notJudged, found);
    }

    /// @return whether the job is out of the ordinary or nearly so, worth telling or not
    private boolean judge(SpentJob job, Verdict verdict) {
        double impact = job.cost() - verdict.normalEur();
        if (verdict.isAnomaly() && impact >= impactLeast && !job.at().isBefore(from)) {
            var anomaly = new Anomaly(
                    job,
                    verdict.normalEur(),
                    verdict.alike(),
                    verdict.score(),
                    impact,
                    verdict.excess().causes(impact, !job.ranClean()));
            found++;
            keep(job.ranClean() ? undisturbed : disturbed, anomaly);
        }
        return !verdict.isUsual();
    }

    private static void keep(PriorityQueue<Anomaly> dearest, Anomaly anomaly) {
        dearest.add(anomaly);
        if (dearest.size() > LISTED_MOST) {
            dearest.remove();
        }
    }

    private static List<Anomaly> listed(PriorityQueue<Anomaly> dearest) {
        return dearest.stream().sorted(LEAST_FIRST.reversed()).toList();
    }
}
