package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.SnapshotStore;
import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.calibration.WorkloadClass;
import ai.artenic.optimizer.domain.cost.anomaly.SpentJob;
import ai.artenic.optimizer.domain.cost.saving.Choice;
import ai.artenic.optimizer.domain.cost.saving.Options;
import ai.artenic.optimizer.domain.cost.saving.SavingJudge;
import ai.artenic.optimizer.domain.cost.saving.Verdict;
import ai.artenic.optimizer.domain.cost.saving.Verdict.Why;
import ai.artenic.optimizer.domain.experience.GroupExperience;
import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.ranking.CandidateList.Listed;
import ai.artenic.optimizer.domain.ranking.Constraints;
import ai.artenic.optimizer.domain.ranking.Goal;
import ai.artenic.optimizer.domain.ranking.Mode;
import ai.artenic.optimizer.domain.ranking.Ranking;
import ai.artenic.optimizer.domain.ranking.RecommendRequest;
import ai.artenic.optimizer.domain.workload.Workload;
import ai.artenic.optimizer.domain.workload.WorkloadHash;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Judges jobs that had no recommendation by what would have been recommended when they started, in one
/// report. Each workload is ranked once on each snapshot.
final class PastChoices {
    /// Snapshots that are held at once; jobs come in the order in which they ended, so that few are needed.
    private static final int SNAPSHOTS_MOST = 3;

    /// Workloads and snapshots that are ranked at most: each takes some milliseconds.
    static final int RANKINGS_MOST = 2_000;

    private static final double MILLIS_PER_HOUR = 3_600_000;

    private final PastPrices prices;
    private final TreeMap<Instant, String> published = new TreeMap<>();
    private final SequencedMap<String, Optional<CatalogSnapshot>> held = new LinkedHashMap<>();
    private final Map<Asked, Optional<Choice>> first = new HashMap<>();

    private record Asked(WorkloadHash workload, String snapshot) {}

    /// @param end no job that is judged started later
    PastChoices(PastPrices prices, Instant end) {
        this.prices = prices;
        prices.snapshots().published(end).forEach(each -> published.put(each.at(), each.id()));
    }

    /// Whether any prices of the past are known.
    boolean areThere() {
        return !published.isEmpty();
    }

    Verdict judge(SpentJob job, Workload workload) {
        return valid(started(job))
                .map(snapshot -> judge(job, workload, snapshot))
                .orElseGet(() -> new Verdict.NotComparable(Why.NO_PRICES_OF_ITS_TIME));
    }

    private Verdict judge(SpentJob job, Workload workload, CatalogSnapshot snapshot) {
        Optional<Offer> offer = CheapestOffer.at(snapshot, job.run().place());
        if (offer.isEmpty()) {
            return new Verdict.NotComparable(Why.PLACE_NOT_PRICED);
        }
        var asked = new Asked(WorkloadHash.of(workload), snapshot.id());
        if (!first.containsKey(asked) && first.size() >= RANKINGS_MOST) {
            return new Verdict.NotComparable(Why.TOO_MANY_WORKLOADS);
        }
        return first.computeIfAbsent(asked, _ -> first(workload, snapshot))
                .map(choice -> SavingJudge.judge(
                        job,
                        new Options(
                                WorkloadClass.of(workload),
                                choice,
                                predicted(job, workload, offer.get()),
                                Optional.empty(),
                                Optional.empty(),
                                false)))
                .orElseGet(() -> new Verdict.NotComparable(Why.NOTHING_FITS));
    }

    private static Instant started(SpentJob job) {
        return job.at().minus(Duration.ofMillis(Math.round(job.run().hours() * MILLIS_PER_HOUR)));
    }

    private Optional<CatalogSnapshot> valid(Instant moment) {
        return Optional.ofNullable(published.floorEntry(moment)).flatMap(entry -> find(entry.getValue()));
    }

    private Optional<CatalogSnapshot> find(String id) {
        Optional<CatalogSnapshot> found =
                held.computeIfAbsent(id, _ -> switch (prices.snapshots().find(id)) {
                    case SnapshotStore.Found.Snapshot(CatalogSnapshot snapshot) -> Optional.of(snapshot);
                    case SnapshotStore.Found.Absent(), SnapshotStore.Found.Unreadable _ -> Optional.empty();
                });
        if (held.size() > SNAPSHOTS_MOST) {
            held.pollFirstEntry();
        }
        return found;
    }

    private Optional<Choice> first(Workload workload, CatalogSnapshot snapshot) {
        var request =
                new RecommendRequest(workload, Constraints.NONE, Goal.COST, Mode.HEURISTIC, 1, Optional.empty(), false);
        return switch (prices.ranker().rank(snapshot, request)) {
            case Ranking.Ordered ordered ->
                Optional.of(Choice.of(ordered.recommendations().getFirst()));
            case Ranking.Empty _ -> Optional.empty();
        };
    }

    private OptionalDouble predicted(SpentJob job, Workload workload, Offer offer) {
        var listed = new Listed(
                workload, offer, job.run().isSpot(), job.run().nodeCount().orElse(1));
        double eur = prices.candidates()
                .score(Goal.COST, List.of(listed), Calibration.NONE, GroupExperience.NONE)
                .getFirst()
                .expectedCost();
        return eur > 0 && Double.isFinite(eur) ? OptionalDouble.of(eur) : OptionalDouble.empty();
    }
}
