package ai.artenic.optimizer.application.contract;

import ai.artenic.optimizer.domain.fixture.Observations;
import ai.artenic.optimizer.domain.fixture.Runs;
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
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

/// Assessed outcomes that differ with their seed in everything that can differ.
final class SeededOutcomes {
    private SeededOutcomes() {}

    /// A job that differs with the seed in everything that can differ.
    static AssessedOutcome of(long seed) {
        var random = new SplittableRandom(seed);
        String job = "job-" + seed;
        Workload workload = Workloads.of(Workloads.seededFields(seed));
        boolean isRecommended = random.nextBoolean();
        boolean isSuccess = random.nextInt(4) > 0;
        Outcome outcome = new Outcome(
                job,
                isRecommended ? Optional.of(new UUID(seed, random.nextLong())) : Optional.empty(),
                isRecommended && random.nextBoolean() ? Optional.empty() : Optional.of(workload),
                run(random),
                isSuccess ? new Ending.Succeeded() : new Ending.Failed(maybe(random, FailureKind.TIMEOUT)),
                interruptions(random),
                maybe(random, "accuracy").map(name -> new MetricChange(name, number(random), number(random))),
                maybe(random, "stated").map(_ -> new Prediction(number(random).orElse(7), 0.1 + random.nextDouble())),
                maybe(random, Outcomes.FIRST.plusSeconds(seed)));
        return new AssessedOutcome(
                outcome,
                workload,
                QueryId.of(workload),
                WorkloadHash.of(workload),
                maybe(random, new Prediction(1e-3 + random.nextDouble(), 1e-3 + random.nextDouble())),
                maybe(random, new RelevanceLabel(random.nextInt(5))),
                isSuccess ? OptionalDouble.of(random.nextDouble() * 3) : OptionalDouble.empty(),
                features(random, random.nextInt(3) == 0 ? FeatureSchema.V1 : FeatureSchema.V2),
                maybe(random, job).map(name -> Observations.finished(name, 0.5 + random.nextDouble())),
                maybe(random, Runs.seeded(workload, random)),
                random.nextBoolean() ? List.of() : List.of("never offered", "a 'note' with \"quotes\" \\ and \u00fc"));
    }

    private static Run run(SplittableRandom random) {
        return new Run(
                new Provider(random.nextBoolean() ? "aws" : "vastai"),
                "instance-" + random.nextInt(9),
                maybe(random, "eu-central-1"),
                random.nextBoolean(),
                random.nextBoolean() ? OptionalInt.of(1 + random.nextInt(8)) : OptionalInt.empty(),
                random.nextDouble() * 100,
                Eur.of(random.nextDouble() * 1000));
    }

    private static Interruptions interruptions(SplittableRandom random) {
        return new Interruptions(
                maybe(random, true),
                random.nextBoolean() ? OptionalInt.of(random.nextInt(5)) : OptionalInt.empty(),
                maybe(random, random.nextBoolean()));
    }

    private static FeatureVector features(SplittableRandom random, FeatureSchema schema) {
        DoubleSupplier value = () -> random.nextInt(6) == 0 ? Double.NaN : random.nextDouble() * 1e4;
        return new FeatureVector(
                schema, DoubleStream.generate(value).limit(schema.size()).toArray());
    }

    private static OptionalDouble number(SplittableRandom random) {
        return random.nextBoolean() ? OptionalDouble.of(0.01 + random.nextDouble()) : OptionalDouble.empty();
    }

    private static <T> Optional<T> maybe(SplittableRandom random, T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }
}
