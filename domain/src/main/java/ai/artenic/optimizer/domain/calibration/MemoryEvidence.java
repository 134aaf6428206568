package ai.artenic.optimizer.domain.calibration;

import ai.artenic.optimizer.domain.calibration.Observation.Finished;
import ai.artenic.optimizer.domain.calibration.Observation.OutOfMemory;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// How far the memory estimate of one workload class is off, from runs on all hardware: what a job allocates hardly
/// depends on the card, and running out on a small card is to warn of the next larger one.
///
/// In logs of true over modelled need, measured peaks say how far; their shrunk median is the base. A run out of memory
/// says only that the need is above a floor, a run that fitted only that it is below a ceiling. So the base is raised
/// to the level that stands up best to both: the most of `(level - base) k / (k + 3 + c)` over all levels, where `k`
/// floors are at the level or above and `c` ceilings are below it.
///
/// * With `n` equal floors and nothing against them, that is the shrunk median of the floors.
/// * Unlike a median of floors it can only rise with one more run out of memory, or with a higher floor.
/// * A floor that the base explains already changes nothing.
/// * Without measured peaks the factor is never below 1; a run that fitted takes back only what speaks against it.
final class MemoryEvidence {
    /// Beyond a factor of four the class says little of the job.
    private static final double MOST = Math.log(4);

    private final double[] peaks;
    private final double[] floors;
    private final double[] ceilings;

    MemoryEvidence(List<Observation> observations) {
        this.floors = observations.stream()
                .flatMapToDouble(MemoryEvidence::floor)
                .sorted()
                .toArray();
        List<MemoryUse> uses = observations.stream()
                .map(MemoryEvidence::use)
                .flatMap(Optional::stream)
                .toList();
        this.ceilings =
                uses.stream().mapToDouble(MemoryUse::logCeiling).sorted().toArray();
        this.peaks = uses.stream()
                .filter(use -> use.peakGb().isPresent())
                .mapToDouble(MemoryUse::logCeiling)
                .toArray();
    }

    /// The factor on the memory estimate, in [1/4, 4].
    Correction correction() {
        double base = LogRatios.shrunkMedian(peaks, 0);
        double rise = DoubleStream.concat(DoubleStream.of(floors), DoubleStream.of(ceilings))
                .map(level -> (level - base) * support(level))
                .reduce(0, Math::max);
        double factor = Math.exp(Math.clamp(base + rise, -MOST, MOST));
        return new Correction(factor, peaks.length + floors.length, 0);
    }

    private double support(double level) {
        return LogRatios.weight(floors.length - below(floors, level), below(ceilings, level));
    }

    private static int below(double[] sorted, double level) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < level) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static DoubleStream floor(Observation observation) {
        return switch (observation) {
            case OutOfMemory exhausted -> DoubleStream.of(exhausted.logFloor());
            case Finished _ -> DoubleStream.empty();
        };
    }

    private static Optional<MemoryUse> use(Observation observation) {
        return switch (observation) {
            case OutOfMemory _ -> Optional.empty();
            case Finished finished -> finished.memory();
        };
    }
}
