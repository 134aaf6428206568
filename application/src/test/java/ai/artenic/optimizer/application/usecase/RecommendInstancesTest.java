package ai.artenic.optimizer.application.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.inmemory.InMemoryOfferCatalog;
import ai.artenic.optimizer.application.inmemory.InMemoryRecommendationLog;
import ai.artenic.optimizer.application.inmemory.InMemorySnapshotStore;
import ai.artenic.optimizer.application.port.HistoryQuery;
import ai.artenic.optimizer.application.port.SnapshotStore;
import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.pricing.PublishedCatalog;
import ai.artenic.optimizer.domain.pricing.SourceReport;
import ai.artenic.optimizer.domain.ranking.Constraints;
import ai.artenic.optimizer.domain.ranking.Goal;
import ai.artenic.optimizer.domain.ranking.HeuristicRanker;
import ai.artenic.optimizer.domain.ranking.Mode;
import ai.artenic.optimizer.domain.ranking.RecommendRequest;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import ai.artenic.optimizer.domain.ranking.Reliability;
import ai.artenic.optimizer.domain.ranking.Weights;
import ai.artenic.optimizer.domain.workload.QueryId;
import ai.artenic.optimizer.domain.workload.WorkloadHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecommendInstancesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00.123456789Z");
    private final InMemoryOfferCatalog catalog = new InMemoryOfferCatalog();
    private final InMemoryRecommendationLog log = new InMemoryRecommendationLog();
    private final InMemorySnapshotStore snapshots = new InMemorySnapshotStore();
    private long nextId = 1;
    private final RecommendInstances useCase = new RecommendInstances(
            catalog,
            new HeuristicRanker(Weights.DEFAULT, Reliability.NO_HISTORY, Gpus.CATALOG),
            new RecommendationStores(log, snapshots),
            () -> NOW,
            () -> new UUID(0, nextId++));

    RecommendInstancesTest() {
        publish(List.of(), Offers.gpu("gcp", "a100", Gpus.A100, 1, 2.5, 1.2));
    }

    private void publish(List<SourceReport> sources, Offer... offers) {
        catalog.publish(new PublishedCatalog(Offers.snapshot(List.of(offers)), List.of(), sources));
    }

    private static RecommendRequest request(Mode mode, Optional<String> job, boolean persist) {
        return new RecommendRequest(Workloads.lora7b(), Constraints.NONE, Goal.COST, mode, 5, job, persist);
    }

    private Recommendation recommended(RecommendRequest request) {
        return assertInstanceOf(RecommendAnswer.Recommended.class, useCase.recommend(request))
                .recommendation();
    }

    private int kept() {
        return new ListHistory(log)
                .list(new HistoryQuery(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 50))
                .items()
                .size();
    }

    @Test
    void an_answer_carries_its_provenance_and_can_be_found_again() {
        Recommendation answer = recommended(request(Mode.AUTO, Optional.empty(), true));
        assertEquals(Mode.HEURISTIC, answer.mode());
        assertEquals(catalog.current().snapshot().id(), answer.catalogSnapshotId());
        assertEquals(Instant.parse("2026-11-24T09:00:00.123456Z"), answer.asOf());
        assertEquals(QueryId.of(Workloads.lora7b()), answer.queryId());
        assertEquals(WorkloadHash.of(Workloads.lora7b()), answer.workloadHash());
        assertEquals(Optional.of(answer), new FindRecommendation(log).find(answer.id()));
        assertEquals(
                new SnapshotStore.Found.Snapshot(catalog.current().snapshot()),
                snapshots.find(answer.catalogSnapshotId()));
    }

    @Test
    void an_answer_that_is_not_to_be_kept_is_not() {
        Recommendation answer = recommended(request(Mode.HEURISTIC, Optional.empty(), false));
        assertEquals(0, kept());
        assertEquals(new SnapshotStore.Found.Absent(), snapshots.find(answer.catalogSnapshotId()));
    }

    @Test
    void a_second_question_for_a_job_is_told_of_the_first_answer() {
        Recommendation first = recommended(request(Mode.AUTO, Optional.of("job-7"), true));
        assertEquals(
                new RecommendAnswer.JobTaken("job-7", first.id()),
                useCase.recommend(request(Mode.AUTO, Optional.of("job-7"), true)));
    }

    @Test
    void a_mode_that_needs_a_model_is_refused_while_there_is_none() {
        for (Mode mode : List.of(Mode.LTR, Mode.HYBRID)) {
            assertEquals(
                    new RecommendAnswer.ModelNotAvailable(mode, Optional.empty()),
                    useCase.recommend(request(mode, Optional.empty(), true)));
        }
    }

    @Test
    void when_nothing_fits_the_answer_says_so_and_nothing_is_kept() {
        publish(List.of(), Offers.cpu("hetzner", "cx", 4, 8, 0.02, 0));
        var answer = assertInstanceOf(
                RecommendAnswer.NoFeasibleOffer.class, useCase.recommend(request(Mode.AUTO, Optional.empty(), true)));
        assertEquals(1, answer.totalConsidered());
        assertEquals(0, kept());
    }

    @Test
    void a_price_source_that_failed_is_named_in_degraded() {
        var failed =
                new SourceReport("mine.csv", Provenance.Source.OPERATOR, 0, List.of(), Optional.of("no such file"));
        publish(List.of(failed), Offers.gpu("gcp", "a100", Gpus.A100, 1, 2.5, 1.2));
        List<String> degraded =
                recommended(request(Mode.AUTO, Optional.empty(), false)).degraded();
        assertTrue(
                degraded.getFirst().contains("mine.csv") && degraded.getFirst().contains("no such file"));
    }
}
