package ai.artenic.optimizer.application.inmemory;

import ai.artenic.optimizer.application.port.BasisFound;
import ai.artenic.optimizer.application.port.GivenAdvice;
import ai.artenic.optimizer.application.port.HistoryPage;
import ai.artenic.optimizer.application.port.HistoryPosition;
import ai.artenic.optimizer.application.port.HistoryQuery;
import ai.artenic.optimizer.application.port.RecommendationLog;
import ai.artenic.optimizer.domain.cost.saving.Choice;
import ai.artenic.optimizer.domain.outcome.Expectation;
import ai.artenic.optimizer.domain.outcome.Place;
import ai.artenic.optimizer.domain.outcome.Run;
import ai.artenic.optimizer.domain.ranking.Basis;
import ai.artenic.optimizer.domain.ranking.InstanceRecommendation;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/// Recommendations in memory, gone with the process.
public final class InMemoryRecommendationLog implements RecommendationLog, GivenAdvice {
    private static final Comparator<Recommendation> NEWEST_FIRST = Comparator.comparing(Recommendation::asOf)
            .thenComparing(recommendation -> recommendation.id().toString())
            .reversed();

    private final Map<UUID, Recommendation> byId = new HashMap<>();
    private final Map<String, UUID> byJob = new HashMap<>();
    private final Map<UUID, Basis> bases = new HashMap<>();
    private final Predicate<UUID> hasOutcome;

    /// An empty log of recommendations that nobody follows.
    public InMemoryRecommendationLog() {
        this(_ -> false);
    }

    /// An empty log.
    ///
    /// @param hasOutcome whether an outcome of this recommendation is kept
    public InMemoryRecommendationLog(Predicate<UUID> hasOutcome) {
        this.hasOutcome = hasOutcome;
    }

    @Override
    public synchronized Kept keep(Recommendation recommendation, Basis basis) {
        Optional<String> job = recommendation.request().jobId();
        UUID existing = job.map(byJob::get).orElse(null);
        if (existing != null) {
            return new Kept.JobTaken(existing);
        }
        byId.put(recommendation.id(), recommendation);
        bases.put(recommendation.id(), basis);
        job.ifPresent(id -> byJob.put(id, recommendation.id()));
        return new Kept.Stored();
    }

    @Override
    public synchronized Optional<Recommendation> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public synchronized BasisFound basis(UUID id) {
        Basis basis = bases.get(id);
        return basis == null ? new BasisFound.Absent() : new BasisFound.Known(basis);
    }

    @Override
    public List<Optional<Advice>> advice(List<Followed> jobs) {
        return jobs.stream()
                .map(job -> find(job.recommendation()).map(kept -> advice(kept, job.run())))
                .toList();
    }

    @Override
    public List<Optional<Choices>> choices(List<Placed> jobs) {
        return jobs.stream()
                .map(job -> find(job.recommendation()).map(kept -> choices(kept.recommendations(), kept, job)))
                .toList();
    }

    private static Choices choices(List<InstanceRecommendation> ranks, Recommendation kept, Placed job) {
        return new Choices(
                kept.request().workload(),
                Choice.of(ranks.getFirst()),
                job.one().flatMap(place -> at(ranks, place)),
                job.other().flatMap(place -> at(ranks, place)));
    }

    private static Optional<Choice> at(List<InstanceRecommendation> ranks, Place place) {
        return ranks.stream()
                .map(Choice::of)
                .filter(choice -> place.canBe(choice.place()))
                .findFirst();
    }

    private static Advice advice(Recommendation kept, Run run) {
        return new Advice(
                kept.request().workload(),
                kept.request().goal(),
                kept.recommendations().stream().filter(run::canBeOn).findFirst().map(Expectation::frozen));
    }

    @Override
    public synchronized HistoryPage page(HistoryQuery query) {
        List<Recommendation> matching = byId.values().stream()
                .filter(recommendation -> matches(recommendation, query))
                .sorted(NEWEST_FIRST)
                .limit(query.limit() + 1L)
                .toList();
        if (matching.size() <= query.limit()) {
            return new HistoryPage(matching, Optional.empty());
        }
        Recommendation last = matching.get(query.limit() - 1);
        return new HistoryPage(
                matching.subList(0, query.limit()), Optional.of(new HistoryPosition(last.asOf(), last.id())));
    }

    private boolean matches(Recommendation recommendation, HistoryQuery query) {
        return query.provider()
                        .map(provider -> provider.equals(firstProvider(recommendation)))
                        .orElse(true)
                && query.mode().map(mode -> mode == recommendation.mode()).orElse(true)
                && query.since()
                        .map(since -> !recommendation.asOf().isBefore(since))
                        .orElse(true)
                && query.until()
                        .map(until -> recommendation.asOf().isBefore(until))
                        .orElse(true)
                && query.hasOutcome()
                        .map(wanted -> wanted == hasOutcome.test(recommendation.id()))
                        .orElse(true)
                && query.after()
                        .map(position -> isAfter(recommendation, position))
                        .orElse(true);
    }

    private static String firstProvider(Recommendation recommendation) {
        return recommendation
                .recommendations()
                .getFirst()
                .offer()
                .id()
                .provider()
                .key();
    }

    private static boolean isAfter(Recommendation recommendation, HistoryPosition position) {
        int order = recommendation.asOf().compareTo(position.asOf());
        return order == 0
                ? recommendation.id().toString().compareTo(position.id().toString()) < 0
                : order < 0;
    }
}
