package ai.artenic.optimizer.domain.cost.anomaly;

import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.outcome.Ending;
import ai.artenic.optimizer.domain.outcome.Interruptions;
import ai.artenic.optimizer.domain.outcome.Prediction;
import ai.artenic.optimizer.domain.outcome.Run;
import ai.artenic.optimizer.domain.quantity.Eur;
import ai.artenic.optimizer.domain.workload.QueryId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.UUID;

/// Seeded series of costs of alike jobs, with and without something wrong, and detectors to compare on them.
final class Detectors {
    /// Spread of undisturbed costs about their median, as standard deviation of the logarithm.
    private static final double SPREAD = 0.15;

    private static final QueryId GROUP = new QueryId(new UUID(0, 1));

    private Detectors() {}

    /// What is wrong with a series.
    enum Fault {
        NONE,
        /// Single jobs cost 1.8 to 4 times as much.
        SPIKES,
        /// From a job on all cost twice as much, and never less again.
        STEP,
        /// From a job on each costs 8 % more than it would, compounding.
        DRIFT
    }

    /// @param costs one per job, in their order
    /// @param wrong the jobs that a detector is to find
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Series(double[] costs, BitSet wrong) {}

    /// Tells which jobs of a series are out of the ordinary, each judged by those before it.
    @FunctionalInterface
    interface Detector {
        BitSet found(double[] costs);
    }

    /// A series of 10 to 60 jobs.
    static Series series(Fault fault, long seed) {
        var random = new SplittableRandom(seed);
        var costs = new double[10 + random.nextInt(51)];
        var wrong = new BitSet();
        int start = costs.length / 2 + random.nextInt(costs.length / 4 + 1);
        for (int i = 0; i < costs.length; i++) {
            double times = switch (fault) {
                case NONE -> 1;
                case SPIKES -> i >= 5 && random.nextInt(12) == 0 ? 1.8 + 2.2 * random.nextDouble() : 1;
                case STEP -> i < start ? 1 : 2;
                case DRIFT -> i < start ? 1 : Math.pow(1.08, i - start + 1.0);
            };
            costs[i] = 100 * times * Math.exp(SPREAD * random.nextGaussian());
            wrong.set(i, times >= 1.5);
        }
        return new Series(costs, wrong);
    }

    /// The product's own, given a prediction that is off by one factor for all jobs.
    static BitSet scan(double[] costs) {
        var scan = new AnomalyScan(Instant.EPOCH, 1);
        for (int i = 0; i < costs.length; i++) {
            scan.add(job(i, costs[i], 2, 1, Optional.of(new Prediction(2, 110))));
        }
        var found = new BitSet();
        scan.result()
                .undisturbed()
                .forEach(anomaly -> found.set((int) anomaly.job().id()));
        return found;
    }

    /// More than the mean of all before, times one and a share.
    static Detector aboveMean(double share) {
        return costs -> {
            var found = new BitSet();
            for (int i = Baseline.LEAST; i < costs.length; i++) {
                found.set(i, costs[i] > mean(costs, i) * (1 + share));
            }
            return found;
        };
    }

    /// So many standard deviations above the mean of all before.
    static Detector zScore(double most) {
        return costs -> {
            var found = new BitSet();
            for (int i = Baseline.LEAST; i < costs.length; i++) {
                double mean = mean(costs, i);
                double squares = 0;
                for (int j = 0; j < i; j++) {
                    squares += (costs[j] - mean) * (costs[j] - mean);
                }
                found.set(i, costs[i] > mean + most * Math.sqrt(squares / (i - 1)));
            }
            return found;
        };
    }

    private static double mean(double[] costs, int before) {
        return Arrays.stream(costs, 0, before).sum() / before;
    }

    /// Share of the jobs of series without a fault that the detector finds.
    static double falseAlarms(Detector detector, List<Series> clean) {
        long alarms = 0;
        long jobs = 0;
        for (Series series : clean) {
            alarms += detector.found(series.costs()).cardinality();
            jobs += series.costs().length;
        }
        return (double) alarms / jobs;
    }

    /// Share of the jobs with a fault that the detector finds.
    static double found(Detector detector, List<Series> faulty) {
        long found = 0;
        long wrong = 0;
        for (Series series : faulty) {
            BitSet hits = detector.found(series.costs());
            hits.and(series.wrong());
            found += hits.cardinality();
            wrong += series.wrong().cardinality();
        }
        return (double) found / wrong;
    }

    static List<Series> many(Fault fault, int count) {
        var all = new ArrayList<Series>();
        for (int seed = 0; seed < count; seed++) {
            all.add(series(fault, 31L * seed + fault.name().hashCode()));
        }
        return all;
    }

    /// A job of one group that succeeded.
    static SpentJob job(int number, double eur, double hours, int nodes, Optional<Prediction> prediction) {
        return new SpentJob(
                number,
                Instant.EPOCH.plusSeconds(3600L * number),
                "job-" + number,
                GROUP,
                new Run(
                        new Provider("aws"),
                        "machine",
                        Optional.empty(),
                        false,
                        OptionalInt.of(nodes),
                        hours,
                        Eur.of(eur)),
                new Ending.Succeeded(),
                new Interruptions(Optional.empty(), OptionalInt.empty(), Optional.empty()),
                prediction,
                Optional.empty());
    }
}
