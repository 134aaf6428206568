package ai.artenic.optimizer.application.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.contract.Outcomes;
import ai.artenic.optimizer.application.inmemory.InMemoryCalibrationLog;
import ai.artenic.optimizer.application.inmemory.InMemoryOfferCatalog;
import ai.artenic.optimizer.application.inmemory.InMemoryOutcomeLog;
import ai.artenic.optimizer.application.inmemory.InMemoryRecommendationLog;
import ai.artenic.optimizer.application.port.GivenAdvice;
import ai.artenic.optimizer.application.port.OutcomeLog;
import ai.artenic.optimizer.application.port.OutcomePage;
import ai.artenic.optimizer.application.port.OutcomeQuery;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import ai.artenic.optimizer.application.usecase.AfterOutcomes.Retraining;
import ai.artenic.optimizer.application.usecase.ImportAnswer.Halt;
import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.intake.Violation;
import ai.artenic.optimizer.domain.offer.Billing;
import ai.artenic.optimizer.domain.outcome.AssessedOutcome;
import ai.artenic.optimizer.domain.outcome.KeptOutcome;
import ai.artenic.optimizer.domain.outcome.Outcome;
import ai.artenic.optimizer.domain.ranking.CandidateList;
import ai.artenic.optimizer.domain.ranking.Reliability;
import ai.artenic.optimizer.domain.ranking.Weights;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImportOutcomesTest {
    private final List<Integer> batches = new ArrayList<>();
    private final AtomicInteger decisions = new AtomicInteger();
    private final Fragile log = new Fragile();

    /// A log that fails on jobs called `poison`, and is away once so many batches were kept.
    private final class Fragile implements OutcomeLog {
        private final InMemoryOutcomeLog kept =
                new InMemoryOutcomeLog(new InMemoryCalibrationLog(), () -> Instant.EPOCH);
        private int batchesBeforeAway = Integer.MAX_VALUE;

        @Override
        public List<Kept> keep(List<AssessedOutcome> outcomes) {
            if (batches.size() == batchesBeforeAway) {
                throw new StoreUnavailableException("gone", new IOException());
            }
            if (outcomes.stream().anyMatch(each -> each.outcome().jobId().startsWith("poison"))) {
                throw new IllegalStateException("the store cannot hold this");
            }
            batches.add(outcomes.size());
            return kept.keep(outcomes);
        }

        @Override
        public Optional<KeptOutcome> find(String jobId) {
            return kept.find(jobId);
        }

        @Override
        public Map<UUID, KeptOutcome> following(List<UUID> recommendations) {
            return kept.following(recommendations);
        }

        @Override
        public OutcomePage page(OutcomeQuery query) {
            return kept.page(query);
        }
    }

    private ImportAnswer imported(List<ReportedLine> lines) {
        return imported(lines, new InMemoryRecommendationLog());
    }

    private ImportAnswer imported(List<ReportedLine> lines, GivenAdvice recommendations) {
        var candidates = new CandidateList(Weights.DEFAULT, Reliability.NO_HISTORY, Gpus.CATALOG, Billing::of);
        var assessing = new AssessOutcome(
                recommendations, new InMemoryOfferCatalog(), candidates, Gpus.CATALOG, Corrections.NONE);
        return new ImportOutcomes(
                        assessing,
                        log,
                        () -> {
                            decisions.incrementAndGet();
                            return Retraining.NOT_DUE;
                        },
                        Thread::startVirtualThread)
                .run(lines.iterator());
    }

    private static ReportedLine good(int number, String job) {
        return new ReportedLine(
                number, new Intake.Accepted<>(Outcomes.succeeded(job, 1).outcome()));
    }

    private static ReportedLine bad(int number) {
        return new ReportedLine(number, new Intake.Refused<>(List.of(new Violation("/x", "is bad"))));
    }

    @Test
    void outcomes_are_kept_a_thousand_at_a_time_and_the_ranker_is_told_once() {
        ImportAnswer answer = imported(
                IntStream.range(0, 2_500).mapToObj(i -> good(i + 1, "j" + i)).toList());
        assertEquals(new ImportAnswer(2_500, 0, List.of(), 0, Optional.empty()), answer);
        assertEquals(List.of(1_000, 1_000, 500), batches);
        assertEquals(1, decisions.get());
    }

    @Test
    void bad_lines_are_told_by_number_and_lose_no_other() {
        var other = new ReportedLine(
                5, new Intake.Accepted<>(Outcomes.succeeded("a", 2).outcome()));
        ImportAnswer answer = imported(List.of(good(1, "a"), bad(2), good(3, "a"), good(4, "b"), other));
        assertEquals(2, answer.accepted());
        assertEquals(1, answer.duplicates());
        assertEquals(2, answer.rejectedTotal());
        assertEquals(
                List.of(2L, 5L),
                answer.rejected().stream().map(line -> line.line()).toList());
        assertEquals("/job_id", answer.rejected().getLast().errors().getFirst().pointer());
    }

    @Test
    void all_rejected_lines_are_counted_and_the_first_hundred_told() {
        ImportAnswer answer =
                imported(IntStream.range(0, 3_000).mapToObj(i -> bad(i + 1)).toList());
        assertEquals(3_000, answer.rejectedTotal());
        assertEquals(100, answer.rejected().size());
        assertEquals(100, answer.rejected().getLast().line());
    }

    @Test
    void what_the_store_fails_on_is_found_and_the_others_are_kept() {
        var lines = new ArrayList<ReportedLine>();
        for (int i = 1; i <= 1_000; i++) {
            lines.add(good(i, i == 700 || i == 701 ? "poison" + i : "j" + i));
        }
        ImportAnswer answer = imported(lines);
        assertEquals(998, answer.accepted());
        assertEquals(
                List.of(700L, 701L),
                answer.rejected().stream().map(line -> line.line()).toList());
        assertEquals(998, log.kept.counts().outcomes());
    }

    @Test
    void a_store_that_goes_away_ends_the_import_with_what_was_kept_and_it_can_be_done_again() {
        List<ReportedLine> lines =
                IntStream.range(0, 2_500).mapToObj(i -> good(i + 1, "j" + i)).toList();
        log.batchesBeforeAway = 1;
        ImportAnswer broken = imported(lines);
        assertEquals(Optional.of(new Halt(1_001, "gone")), broken.halt());
        assertEquals(1_000, broken.accepted());
        log.batchesBeforeAway = Integer.MAX_VALUE;
        ImportAnswer whole = imported(lines);
        assertEquals(1_500, whole.accepted());
        assertEquals(1_000, whole.duplicates());
        assertTrue(whole.halt().isEmpty());
    }

    @Test
    void recommendations_that_go_away_end_the_import_with_the_batches_before_kept() {
        List<ReportedLine> lines = new ArrayList<>(
                IntStream.range(0, 1_000).mapToObj(i -> good(i + 1, "j" + i)).toList());
        Outcome plain = Outcomes.succeeded("follower", 1).outcome();
        lines.add(new ReportedLine(
                1_001,
                new Intake.Accepted<>(new Outcome(
                        plain.jobId(),
                        Optional.of(new UUID(1, 2)),
                        plain.workload(),
                        plain.run(),
                        plain.ending(),
                        plain.interruptions(),
                        plain.metric(),
                        plain.stated(),
                        plain.completedAt()))));
        ImportAnswer broken = imported(lines, new AwayRecommendations());
        assertEquals(Optional.of(new Halt(1_001, "away")), broken.halt());
        assertEquals(1_000, broken.accepted());
        assertEquals(0, decisions.get());
        ImportAnswer unknown = imported(lines.subList(1_000, 1_001));
        assertEquals(
                "/recommendation_id",
                unknown.rejected().getFirst().errors().getFirst().pointer());
    }
}
