package ai.artenic.optimizer.benchmarks;

import ai.artenic.optimizer.adapters.pricing.PriceSources;
import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.cost.compare.CostComparison;
import ai.artenic.optimizer.domain.cost.compare.OfferComparer;
import ai.artenic.optimizer.domain.offer.Billing;
import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.ranking.CandidateSurvey;
import ai.artenic.optimizer.domain.ranking.CandidateSurveyor;
import ai.artenic.optimizer.domain.ranking.HeuristicRanker;
import ai.artenic.optimizer.domain.ranking.Ranking;
import ai.artenic.optimizer.domain.ranking.RecommendRequest;
import ai.artenic.optimizer.domain.ranking.Reliability;
import ai.artenic.optimizer.domain.ranking.Weights;
import ai.artenic.optimizer.domain.spot.SpotExposure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Screen, estimate, score, top 10 with features and explanations, over catalogues of real offers on one core; and
/// beside it the comparison of all candidates.
///
/// `offers` = 16062 is the bundled snapshot itself; smaller ones are seeded samples of it, larger ones repeat it in
/// further regions. Divide by `offers` for the time per offer; compare before and after a change in one run each on an
/// idle machine.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class RankingBenchmark {
    private static final long SEED = 7;

    /// Size of the catalogue.
    @Param({"1000", "4000", "16062", "64000", "100000"})
    public int offers;

    /// The question: fine-tuning a language model, or boosted trees, where every offer is a candidate.
    @Param({"lora", "trees"})
    public String workload;

    /// Whether a comparison has a third axis.
    @Param({"false"})
    public boolean risk;

    private CatalogSnapshot snapshot;
    private HeuristicRanker ranker;
    private CandidateSurveyor surveyor;
    private OfferComparer comparer;
    private RecommendRequest request;

    /// Made by JMH.
    @SuppressWarnings("NullAway.Init") // JMH calls prepare
    public RankingBenchmark() {}

    /// Builds the catalogue and the question.
    @Setup
    public void prepare() {
        var prices = new PriceSources();
        snapshot = CatalogSnapshot.of(sized(BundledOffers.read(prices), offers), Instant.EPOCH);
        ranker = new HeuristicRanker(Weights.DEFAULT, Reliability.NO_HISTORY, prices.gpus());
        surveyor = new CandidateSurveyor(prices.gpus(), Billing::of);
        comparer = new OfferComparer(prices.carbon());
        request = BundledOffers.request(question(workload));
    }

    /// One ranking.
    @Benchmark
    public Ranking rank() {
        return ranker.rank(snapshot, request);
    }

    /// One comparison of all candidates, with its dominated ten.
    @Benchmark
    public CostComparison compare() {
        CandidateSurvey survey = surveyor.survey(
                snapshot, request.workload(), request.constraints(), Calibration.NONE, SpotExposure.NONE);
        return comparer.compare((CandidateSurvey.Found) survey, risk, request.topN());
    }

    private static Map<String, Object> question(String workload) {
        Map<String, Object> fields = workload.equals("lora")
                ? Map.of(
                        "dataset_size_gb",
                        50,
                        "model_params_m",
                        7000,
                        "framework",
                        "pytorch",
                        "gpu_required",
                        true,
                        "precision",
                        "bf16",
                        "method",
                        "lora",
                        "sequence_length",
                        2048,
                        "checkpointing",
                        true)
                : Map.of("dataset_size_gb", 20, "model_params_m", 0, "framework", "xgboost", "gpu_required", false);
        return Map.of("workload", fields, "top_n", 10, "persist", false);
    }

    private static List<Offer> sized(List<Offer> bundled, int size) {
        var shuffled = new ArrayList<>(bundled);
        Collections.shuffle(shuffled, new Random(SEED));
        var sized = new ArrayList<Offer>(size);
        for (int i = 0; i < size; i++) {
            Offer offer = shuffled.get(i % shuffled.size());
            sized.add(i < shuffled.size() ? offer : elsewhere(offer, i / shuffled.size()));
        }
        return sized;
    }

    private static Offer elsewhere(Offer offer, int copy) {
        OfferId id = offer.id();
        return new Offer(
                new OfferId(id.provider(), id.instanceType(), id.region() + "-copy" + copy, id.zone()),
                offer.machine(),
                offer.onDemand(),
                offer.spot(),
                offer.available(),
                offer.provenance());
    }
}
