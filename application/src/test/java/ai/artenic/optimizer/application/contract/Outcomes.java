package ai.artenic.optimizer.application.contract;

import ai.artenic.optimizer.domain.calibration.Observation;
import ai.artenic.optimizer.domain.experience.GroupRun;
import ai.artenic.optimizer.domain.experience.PastRun;
import ai.artenic.optimizer.domain.experience.Placement;
import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Observations;
import ai.artenic.optimizer.domain.fixture.Offers;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.outcome.AssessedOutcome;
import ai.artenic.optimizer.domain.outcome.Ending;
import ai.artenic.optimizer.domain.outcome.FailureKind;
import ai.artenic.optimizer.domain.outcome.Interruptions;
import ai.artenic.optimizer.domain.outcome.MetricChange;
import ai.artenic.optimizer.domain.outcome.Outcome;
import ai.artenic.optimizer.domain.outcome.Prediction;
import ai.artenic.optimizer.domain.outcome.RelevanceLabel;
import ai.artenic.optimizer.domain.outcome.Run;
import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import ai.artenic.optimizer.domain.ranking.FeatureVector;
import ai.artenic.optimizer.domain.workload.QueryId;
import ai.artenic.optimizer.domain.workload.Workload;
import ai.artenic.optimizer.domain.workload.WorkloadHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;

/// Assessed outcomes for tests: by hand, or seeded.
public final class Outcomes {
    static final Instant FIRST = Instant.parse("2026-11-01T00:00:00.000123Z");

    private Outcomes() {}

    /// A LoRA job that succeeded, at so many times its reference cost.
    public static AssessedOutcome succeeded(String job, double relativeCost) {
        return of(job, Workloads.lora7b(), OptionalDouble.of(relativeCost), features(FeatureSchema.V2, relativeCost));
    }

    /// A LoRA job that failed.
    public static AssessedOutcome failed(String job) {
        return of(job, Workloads.lora7b(), OptionalDouble.empty(), features(FeatureSchema.V2, 1));
    }

    /// A job that succeeded, with these features.
    public static AssessedOutcome with(String job, FeatureVector features) {
        return of(job, Workloads.trees(), OptionalDouble.of(1), features);
    }

    /// A vector whose first value is the one given, whose second is missing and whose others are their place.
    public static FeatureVector features(FeatureSchema schema, double first) {
        var values = new double[schema.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        values[0] = first;
        values[1] = Double.NaN;
        return new FeatureVector(schema, values);
    }

    /// A job of this workload that succeeded if it has a relative cost: on a provider named after its length, with
    /// label 3.
    public static AssessedOutcome of(
            String job, Workload workload, OptionalDouble relativeCost, FeatureVector features) {
        var run = new Run(
                new Provider("p" + job.length()),
                "p4d.24xlarge",
                Optional.of("eu-west-1"),
                false,
                OptionalInt.of(1),
                2.5,
                Eur.of(relativeCost.orElse(1)));
        Ending ending =
                relativeCost.isPresent() ? new Ending.Succeeded() : new Ending.Failed(Optional.of(FailureKind.OOM));
        var outcome = new Outcome(
                job,
                Optional.empty(),
                Optional.of(workload),
                run,
                ending,
                new Interruptions(Optional.empty(), OptionalInt.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(FIRST));
        var label = relativeCost.isPresent() ? new RelevanceLabel(3) : RelevanceLabel.FAILED;
        return new AssessedOutcome(
                outcome,
                workload,
                QueryId.of(workload),
                WorkloadHash.of(workload),
                Optional.of(new Prediction(2, 1)),
                Optional.of(label),
                relativeCost,
                features,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /// The same job with its observation for the calibration.
    public static AssessedOutcome observed(AssessedOutcome plain, Observation observation) {
        return teaching(plain, Optional.of(observation), plain.run());
    }

    /// The same job with what it tells of its query group.
    public static AssessedOutcome ran(AssessedOutcome plain, GroupRun run) {
        return teaching(plain, plain.observation(), Optional.of(run));
    }

    private static AssessedOutcome teaching(
            AssessedOutcome plain, Optional<Observation> observation, Optional<GroupRun> run) {
        return new AssessedOutcome(
                plain.outcome(),
                plain.workload(),
                plain.queryId(),
                plain.workloadHash(),
                plain.prediction(),
                plain.label(),
                plain.relativeCost(),
                plain.features(),
                observation,
                run,
                plain.notes());
    }

    /// A job that differs with the seed in everything that can differ.
    public static AssessedOutcome seeded(long seed) {
        return SeededOutcomes.of(seed);
    }

    /// A job whose figures lie at the ends of their ranges and whose texts are awkward.
    public static AssessedOutcome extreme() {
        String job = "job-\"'\\-\u00fc-\uD83D\uDE80 {x},null";
        Workload workload = Workloads.lora7b();
        var values = new double[FeatureSchema.V2.size()];
        values[0] = Double.NaN;
        values[1] = -0.0;
        values[2] = Double.POSITIVE_INFINITY;
        values[3] = Double.MIN_VALUE;
        values[4] = -Double.MAX_VALUE;
        values[5] = 0.1;
        var outcome = new Outcome(
                job,
                Optional.of(new UUID(0, 0)),
                Optional.of(Workloads.trees()),
                new Run(
                        new Provider("p".repeat(50)),
                        "t,\"{}\\".repeat(14),
                        Optional.of("r".repeat(200)),
                        true,
                        OptionalInt.of(100_000),
                        1e6,
                        Eur.of(999_999_999.999999)),
                new Ending.Failed(Optional.empty()),
                new Interruptions(Optional.of(true), OptionalInt.of(1_000_000), Optional.of(false)),
                Optional.of(new MetricChange("m", OptionalDouble.of(-1e300), OptionalDouble.of(4.9e-324))),
                Optional.of(new Prediction(1e-9, 1e9)),
                Optional.of(Instant.parse("0001-01-01T00:00:00.000001Z")));
        return new AssessedOutcome(
                outcome,
                workload,
                QueryId.of(workload),
                WorkloadHash.of(workload),
                Optional.of(new Prediction(Double.MIN_VALUE, 1e307)),
                Optional.empty(),
                OptionalDouble.of(0.1 + 0.2),
                new FeatureVector(FeatureSchema.V2, values),
                Optional.of(new Observation.OutOfMemory(job, Observations.A100, Observations.LORA_7B, 1e-300, 1e300)),
                Optional.of(new GroupRun(
                        QueryId.of(workload),
                        Observations.LORA_7B,
                        new PastRun(
                                new Placement(
                                        outcome.run().provider(),
                                        outcome.run().instanceType(),
                                        Offers.gpu("p", "t", Gpus.L4, 0.1 + 0.2, 1, 0)
                                                .machine(),
                                        Integer.MAX_VALUE,
                                        Double.MIN_VALUE),
                                1e-300,
                                Double.MAX_VALUE,
                                false))),
                List.of("", "line one\nline two\t${x} :y ?"));
    }
}
