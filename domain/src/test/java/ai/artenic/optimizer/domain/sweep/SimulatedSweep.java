package ai.artenic.optimizer.domain.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/// A sweep run event by event: workers take trials, trials report a value after each epoch, the pruning looks at the
/// values. Lower values are better. Knows nothing of the formulas.
final class SimulatedSweep {
    /// How the values of a trial hang together.
    enum Curves {
        /// All trials follow one falling curve; where a trial stands at an epoch is chance, each epoch anew.
        FORGETFUL,
        /// A trial keeps its distance to the curve: the order of the trials is the same at all epochs.
        LASTING
    }

    /// Whose values a trial is compared with: all that reported at the epoch, or only those that have ended in full.
    enum Reference {
        REPORTED,
        COMPLETED
    }

    /// @param trialEpochs of all trials together
    /// @param wallEpochs when the last worker stopped
    record Outcome(double trialEpochs, double wallEpochs) {}

    private static final int STARTUP_TRIALS = 5;

    private final SplittableRandom random;
    private final Curves curves;
    private final Reference reference;
    private final int trials;
    private final int epochs;
    private final int workers;

    SimulatedSweep(SplittableRandom random, Curves curves, Reference reference, int trials, int epochs, int workers) {
        this.random = random;
        this.curves = curves;
        this.reference = reference;
        this.trials = trials;
        this.epochs = epochs;
        this.workers = workers;
    }

    /// A trial that is running or has run.
    private final class Trial {
        private final double quality = random.nextGaussian();
        private final List<Double> values = new ArrayList<>();

        int epochsRun() {
            return values.size();
        }

        double value() {
            return values.getLast();
        }

        void runOneEpoch() {
            double standing = curves == Curves.LASTING ? quality : random.nextGaussian();
            values.add(10 * Math.exp(-values.size() / 5.0) + standing);
        }
    }

    /// The end of an epoch of a trial on some worker.
    private record Tick(long time, long order, Trial trial) {}

    Outcome unpruned() {
        return run((trial, ended) -> false);
    }

    Outcome median(int least) {
        var reported = new ArrayList<List<Double>>();
        for (int epoch = 0; epoch <= epochs; epoch++) {
            reported.add(new ArrayList<>());
        }
        return run((trial, ended) -> {
            int epoch = trial.epochsRun();
            boolean looks = epoch >= least && ended.size() >= STARTUP_TRIALS;
            boolean stops = looks && trial.value() > median(others(epoch, reported, ended));
            insert(reported.get(epoch), trial.value());
            return stops;
        });
    }

    /// Rung after rung, each waiting for the one before: what is run in a rung is trials resumed where they stood.
    Outcome halving(int least, int factor) {
        var alive = new ArrayList<Trial>();
        for (int i = 0; i < trials; i++) {
            alive.add(new Trial());
        }
        long time = 0;
        long spent = 0;
        for (long rung = least; ; rung *= factor) {
            int target = (int) Math.min(rung, epochs);
            var free = new PriorityQueue<>(Collections.nCopies(workers, time));
            for (Trial trial : alive) {
                long now = free.remove();
                while (trial.epochsRun() < target) {
                    trial.runOneEpoch();
                    now++;
                    spent++;
                }
                free.add(now);
                time = Math.max(time, now);
            }
            if (target == epochs) {
                return new Outcome((double) spent, (double) time);
            }
            alive.sort(Comparator.comparingDouble(Trial::value));
            int going = Math.max(1, alive.size() / factor);
            alive.subList(going, alive.size()).clear();
        }
    }

    /// Decides after an epoch that is not the last, given the trials that have ended in full.
    private interface Rule {
        boolean stops(Trial trial, List<Trial> ended);
    }

    private Outcome run(Rule rule) {
        var ticks = new PriorityQueue<>(Comparator.comparingLong(Tick::time).thenComparingLong(Tick::order));
        var ended = new ArrayList<Trial>();
        long order = 0;
        int started = 0;
        long spent = 0;
        long time = 0;
        while (started < Math.min(workers, trials)) {
            ticks.add(new Tick(1, order++, new Trial()));
            started++;
        }
        while (!ticks.isEmpty()) {
            time = ticks.element().time();
            var completing = new ArrayList<Trial>();
            for (Tick tick : now(ticks)) {
                Trial trial = tick.trial();
                trial.runOneEpoch();
                spent++;
                if (trial.epochsRun() == epochs) {
                    completing.add(trial);
                } else if (!rule.stops(trial, ended)) {
                    ticks.add(new Tick(time + 1, order++, trial));
                    continue;
                }
                if (started < trials) {
                    started++;
                    ticks.add(new Tick(time + 1, order++, new Trial()));
                }
            }
            ended.addAll(completing);
        }
        return new Outcome((double) spent, (double) time);
    }

    private static List<Tick> now(PriorityQueue<Tick> ticks) {
        long time = ticks.element().time();
        var now = new ArrayList<Tick>();
        while (!ticks.isEmpty() && ticks.element().time() == time) {
            now.add(ticks.remove());
        }
        return now;
    }

    private List<Double> others(int epoch, List<List<Double>> reported, List<Trial> ended) {
        return switch (reference) {
            case REPORTED -> reported.get(epoch);
            case COMPLETED ->
                ended.stream()
                        .map(other -> other.values.get(epoch - 1))
                        .sorted()
                        .toList();
        };
    }

    private static void insert(List<Double> sorted, double value) {
        int place = Collections.binarySearch(sorted, value);
        sorted.add(place < 0 ? -place - 1 : place, value);
    }

    private static double median(List<Double> sorted) {
        int size = sorted.size();
        return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    }
}
