package ai.artenic.optimizer.application.inmemory;

import ai.artenic.optimizer.application.port.CalibrationLog;
import ai.artenic.optimizer.application.port.GroupRuns;
import ai.artenic.optimizer.application.port.OutcomeLog;
import ai.artenic.optimizer.application.port.OutcomePage;
import ai.artenic.optimizer.application.port.OutcomeQuery;
import ai.artenic.optimizer.application.port.SampleStore;
import ai.artenic.optimizer.application.port.SpotExperience;
import ai.artenic.optimizer.domain.experience.GroupRun;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.outcome.AssessedOutcome;
import ai.artenic.optimizer.domain.outcome.KeptOutcome;
import ai.artenic.optimizer.domain.outcome.Outcome;
import ai.artenic.optimizer.domain.outcome.OutcomeFields;
import ai.artenic.optimizer.domain.outcome.Run;
import ai.artenic.optimizer.domain.outcome.Sample;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import ai.artenic.optimizer.domain.ranking.FeatureVector;
import ai.artenic.optimizer.domain.spot.SpotEvidence;
import ai.artenic.optimizer.domain.spot.SpotPools;
import ai.artenic.optimizer.domain.workload.QueryId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Predicate;

/// Outcomes and what is learned from them in memory, gone with the process.
public final class InMemoryOutcomeLog implements OutcomeLog, SampleStore, GroupRuns, SpotExperience {
    private final CalibrationLog calibrations;
    private final InstantSource clock;
    private final List<KeptOutcome> inOrder = new ArrayList<>();
    private final Map<String, KeptOutcome> byJob = new HashMap<>();
    private final Map<UUID, KeptOutcome> byRecommendation = new HashMap<>();
    private final Map<QueryId, OptionalDouble> bestCosts = new HashMap<>();
    private final Long[] byLabel = Counts.NONE.byLabel().toArray(new Long[0]);

    /// An empty log.
    ///
    /// @param calibrations where the observations go
    public InMemoryOutcomeLog(CalibrationLog calibrations, InstantSource clock) {
        this.calibrations = calibrations;
        this.clock = clock;
    }

    @Override
    public synchronized List<Kept> keep(List<AssessedOutcome> outcomes) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return outcomes.stream().map(outcome -> keep(outcome, now)).toList();
    }

    @Override
    public synchronized Optional<KeptOutcome> find(String jobId) {
        return Optional.ofNullable(byJob.get(jobId));
    }

    @Override
    public synchronized Map<UUID, KeptOutcome> following(List<UUID> recommendations) {
        var found = new HashMap<UUID, KeptOutcome>();
        recommendations.stream()
                .filter(byRecommendation::containsKey)
                .forEach(id -> found.put(id, byRecommendation.get(id)));
        return found;
    }

    @Override
    public synchronized OutcomePage page(OutcomeQuery query) {
        int end = Math.clamp(query.before().orElse(Long.MAX_VALUE), 1, inOrder.size() + 1) - 1;
        List<KeptOutcome> matching = inOrder.subList(0, end).reversed().stream()
                .filter(kept -> matches(kept, query))
                .limit(query.limit() + 1L)
                .toList();
        if (matching.size() <= query.limit()) {
            return new OutcomePage(matching, OptionalLong.empty());
        }
        List<KeptOutcome> items = matching.subList(0, query.limit());
        return new OutcomePage(items, OptionalLong.of(items.getLast().id()));
    }

    @Override
    public synchronized Counts counts() {
        return new Counts(inOrder.size(), inOrder.size(), bestCosts.size(), Arrays.asList(byLabel));
    }

    @Override
    public synchronized List<Sample> newest(FeatureSchema schema, int most) {
        return inOrder.reversed().stream()
                .filter(kept -> kept.assessed().features().schema().compareTo(schema) >= 0)
                .limit(most)
                .map(kept -> sample(kept, schema))
                .toList()
                .reversed();
    }

    @Override
    public synchronized News since(long outcome, int most) {
        List<KeptOutcome> telling = inOrder.stream()
                .filter(kept -> kept.assessed().run().isPresent())
                .toList();
        long newest = telling.isEmpty() ? BEFORE_ALL : telling.getLast().id();
        List<GroupRun> runs = telling.reversed().stream()
                .takeWhile(kept -> kept.id() > outcome)
                .limit(most)
                .map(kept -> kept.assessed().run().orElseThrow())
                .toList()
                .reversed();
        return new News(newest, runs);
    }

    @Override
    public synchronized SpotPools pools(Provider provider, String instanceType, Optional<String> region) {
        List<Outcome> own = inOrder.stream()
                .map(kept -> kept.assessed().outcome())
                .filter(outcome -> outcome.run().provider().equals(provider))
                .toList();
        Predicate<Outcome> isOfType = outcome -> outcome.run().instanceType().equals(instanceType);
        Predicate<Outcome> isHere = isOfType.and(
                outcome -> region.isEmpty() || outcome.run().region().equals(region));
        return new SpotPools(seen(own, isOfType.negate()), seen(own, isOfType.and(isHere.negate())), seen(own, isHere));
    }

    @Override
    public synchronized Map<Provider, Map<String, SpotEvidence>> types() {
        var types = new HashMap<Provider, Map<String, SpotEvidence>>();
        for (KeptOutcome kept : inOrder) {
            Outcome outcome = kept.assessed().outcome();
            outcome.spotEvidence()
                    .ifPresent(seen -> types.computeIfAbsent(outcome.run().provider(), added -> new HashMap<>())
                            .merge(outcome.run().instanceType(), seen, SpotEvidence::plus));
        }
        return types;
    }

    private static SpotEvidence seen(List<Outcome> outcomes, Predicate<Outcome> which) {
        return outcomes.stream()
                .filter(which)
                .flatMap(outcome -> outcome.spotEvidence().stream())
                .reduce(SpotEvidence.NONE, SpotEvidence::plus);
    }

    private Kept keep(AssessedOutcome assessed, Instant now) {
        String jobId = assessed.outcome().jobId();
        KeptOutcome earlier = byJob.get(jobId);
        if (earlier != null) {
            String hash = OutcomeFields.hash(earlier.assessed().outcome());
            return hash.equals(OutcomeFields.hash(assessed.outcome()))
                    ? new Kept.Same(earlier)
                    : new Kept.Conflicting(earlier);
        }
        OptionalDouble best = bestCosts.getOrDefault(assessed.queryId(), OptionalDouble.empty());
        var kept = new KeptOutcome(inOrder.size() + 1L, assessed, assessed.regretLabel(best), now);
        inOrder.add(kept);
        byJob.put(jobId, kept);
        assessed.outcome().recommendationId().ifPresent(id -> byRecommendation.put(id, kept));
        bestCosts.put(assessed.queryId(), lesser(best, assessed.relativeCost()));
        assessed.label().ifPresent(label -> byLabel[label.value()]++);
        assessed.observation().ifPresent(calibrations::record);
        return new Kept.Stored(kept);
    }

    private static OptionalDouble lesser(OptionalDouble best, OptionalDouble cost) {
        return best.isPresent() && cost.isPresent()
                ? OptionalDouble.of(Math.min(best.getAsDouble(), cost.getAsDouble()))
                : best.isPresent() ? best : cost;
    }

    private static boolean matches(KeptOutcome kept, OutcomeQuery query) {
        Run run = kept.assessed().outcome().run();
        return query.provider().map(run.provider().key()::equals).orElse(true)
                && query.success()
                        .map(success -> success == kept.assessed().outcome().succeeded())
                        .orElse(true)
                && (query.recommendationId().isEmpty()
                        || query.recommendationId()
                                .equals(kept.assessed().outcome().recommendationId()))
                && query.since()
                        .map(since -> !kept.recordedAt().isBefore(since))
                        .orElse(true)
                && query.until().map(until -> kept.recordedAt().isBefore(until)).orElse(true);
    }

    /// A later schema begins with all of an earlier one.
    private static Sample sample(KeptOutcome kept, FeatureSchema schema) {
        AssessedOutcome assessed = kept.assessed();
        double[] values = Arrays.copyOf(assessed.features().values(), schema.size());
        return new Sample(
                assessed.outcome().jobId(),
                assessed.outcome().recommendationId(),
                assessed.queryId(),
                new FeatureVector(schema, values),
                assessed.label(),
                assessed.relativeCost(),
                kept.recordedAt());
    }
}
