package ai.artenic.optimizer.adapters.persistence.recommendation;

import ai.artenic.optimizer.application.port.GivenAdvice.Advice;
import ai.artenic.optimizer.application.port.GivenAdvice.Followed;
import ai.artenic.optimizer.domain.outcome.Expectation;
import ai.artenic.optimizer.domain.outcome.Place;
import ai.artenic.optimizer.domain.outcome.Run;
import ai.artenic.optimizer.domain.ranking.Goal;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The advice of the recommendations that this process kept last, which nothing changes any more. Whoever reports the
/// outcome of one of them spares the database unpacking its list of candidates, half of what the outcome costs it.
///
/// The oldest goes first, as its job has most likely ended; a cache that holds what is asked for often would hold it.
final class RecentAdvice {
    /// About 10 MB, of four thousand recommendations of the usual five.
    static final int MOST_CANDIDATES = 20_000;

    private final int mostCandidates;
    private final SequencedMap<UUID, Given> byId = new LinkedHashMap<>();
    private int candidates;

    private record Given(Workload workload, Goal goal, List<Expected> ranks) {
        Advice advice(Run run) {
            return new Advice(
                    workload,
                    goal,
                    ranks.stream()
                            .filter(rank -> run.place().canBe(rank.place()))
                            .findFirst()
                            .map(Expected::expectation));
        }
    }

    private record Expected(Place place, Expectation expectation) {}

    /// @param mostCandidates that are held, of all recommendations together
    RecentAdvice(int mostCandidates) {
        this.mostCandidates = mostCandidates;
    }

    /// To be told once the recommendation is kept.
    void note(Recommendation kept) {
        List<Expected> ranks = kept.recommendations().stream()
                .map(ranked -> new Expected(Place.of(ranked), Expectation.frozen(ranked)))
                .toList();
        hold(kept.id(), new Given(kept.request().workload(), kept.request().goal(), ranks));
    }

    /// Empty where the recommendation is not, or no longer, among those.
    Optional<Advice> find(Followed job) {
        return Optional.ofNullable(held(job.recommendation())).map(given -> given.advice(job.run()));
    }

    private synchronized void hold(UUID id, Given given) {
        Given before = byId.putLast(id, given);
        candidates +=
                given.ranks().size() - (before == null ? 0 : before.ranks().size());
        while (candidates > mostCandidates) {
            candidates -= byId.pollFirstEntry().getValue().ranks().size();
        }
    }

    private synchronized @Nullable Given held(UUID id) {
        return byId.get(id);
    }
}
