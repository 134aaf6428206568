package ai.artenic.optimizer.benchmarks;

import ai.artenic.optimizer.adapters.pricing.PriceSources;
import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.experience.GroupExperience;
import ai.artenic.optimizer.domain.experience.PastRun;
import ai.artenic.optimizer.domain.experience.Placement;
import ai.artenic.optimizer.domain.offer.CatalogSnapshot;
import ai.artenic.optimizer.domain.ranking.HeuristicRanker;
import ai.artenic.optimizer.domain.ranking.InstanceRecommendation;
import ai.artenic.optimizer.domain.ranking.Knowledge;
import ai.artenic.optimizer.domain.ranking.Ranking;
import ai.artenic.optimizer.domain.ranking.RecommendRequest;
import ai.artenic.optimizer.domain.ranking.Reliability;
import ai.artenic.optimizer.domain.ranking.Scoring;
import ai.artenic.optimizer.domain.ranking.Weights;
import ai.artenic.optimizer.domain.spot.SpotExposure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
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

/// The top 100 of the bundled snapshot for a workload whose query group has runs of its own, on one core.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class ExperienceBenchmark {
    private static final long SEED = 7;

    /// Runs of the group, and at how many placements.
    @Param({"0 at 0", "2 at 1", "100 at 10", "100 at 100"})
    public String runs;

    private CatalogSnapshot snapshot;
    private HeuristicRanker ranker;
    private RecommendRequest request;
    private List<PastRun> ran;
    private Knowledge knowledge;

    /// Made by JMH.
    @SuppressWarnings("NullAway.Init") // JMH calls prepare
    public ExperienceBenchmark() {}

    /// Builds the catalogue, the question and the runs.
    @Setup
    public void prepare() {
        var prices = new PriceSources();
        snapshot = CatalogSnapshot.of(BundledOffers.read(prices), Instant.EPOCH);
        ranker = new HeuristicRanker(Weights.DEFAULT, Reliability.NO_HISTORY, prices.gpus());
        Map<String, Object> workload =
                Map.of("dataset_size_gb", 50, "model_params_m", 7000, "framework", "pytorch", "gpu_required", true);
        request = BundledOffers.request(Map.of("workload", workload, "top_n", 100));
        ran = ran();
        knowledge = knowledge(GroupExperience.of(ran));
    }

    private List<PastRun> ran() {
        int count = Integer.parseInt(runs.substring(0, runs.indexOf(' ')));
        int places = Integer.parseInt(runs.substring(runs.lastIndexOf(' ') + 1));
        if (!(ranker.rank(snapshot, request) instanceof Ranking.Ordered ordered)) {
            throw new IllegalStateException("nothing to run on");
        }
        var random = new SplittableRandom(SEED);
        var all = new ArrayList<PastRun>();
        for (int i = 0; i < count; i++) {
            InstanceRecommendation where = ordered.recommendations().get(i % places);
            var placement = new Placement(
                    where.offer().id().provider(),
                    where.offer().id().instanceType(),
                    where.offer().machine(),
                    where.nodeCount(),
                    where.pricePerHour().value() * (1 + i % places * 1e-6));
            double actual = where.modelledHours() * Math.exp(random.nextGaussian(1, 0.3));
            all.add(new PastRun(placement, where.modelledHours(), actual, i % 20 == 19));
        }
        return all;
    }

    private static Knowledge knowledge(GroupExperience experience) {
        return new Knowledge(Calibration.NONE, experience, SpotExposure.NONE, new Scoring.ByRule());
    }

    /// The same question again.
    @Benchmark
    public Ranking again() {
        return ranker.rank(snapshot, request, knowledge);
    }

    /// The first question after a new run.
    @Benchmark
    public Ranking first() {
        return ranker.rank(snapshot, request, knowledge(GroupExperience.of(ran)));
    }
}
