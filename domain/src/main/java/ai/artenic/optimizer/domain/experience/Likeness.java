package ai.artenic.optimizer.domain.experience;

import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Machine;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How alike two placements are, by how far apart they lie: the squared distance in logarithms of nodes, price,
/// cores, memory per core and GPUs, each in 1.4 standard deviations of the placements there are to choose from,
/// plus 1 where the provider and 1 where the GPU differs.
final class Likeness {
    private static final double OTHER_PROVIDER = 1;
    private static final double OTHER_GPU = 1;
    private static final double LENGTH = 1.4;
    private static final int COORDINATES = 5;

    private final double[] lengths;

    /// @param choices what there is to choose from
    Likeness(List<Placement> choices) {
        this.lengths = new double[COORDINATES];
        List<double[]> all = choices.stream().map(Likeness::coordinates).toList();
        for (int i = 0; i < COORDINATES; i++) {
            lengths[i] = LENGTH * deviation(all, i);
        }
    }

    private static double deviation(List<double[]> all, int coordinate) {
        double mean = all.stream().mapToDouble(one -> one[coordinate]).average().orElse(0);
        double variance = all.stream()
                .mapToDouble(one -> (one[coordinate] - mean) * (one[coordinate] - mean))
                .average()
                .orElse(0);
        return variance > 1e-12 ? Math.sqrt(variance) : 1;
    }

    /// By where the runs were, as if there were nothing else to choose from.
    static Likeness of(List<PastRun> runs) {
        return new Likeness(runs.stream().map(PastRun::placement).toList());
    }

    /// Whether any two placements are as alike by the other.
    boolean isSameAs(@Nullable Likeness other) {
        return other != null && Arrays.equals(lengths, other.lengths);
    }

    /// A placement as a point.
    static final class Point {
        private final Placement place;
        private final Optional<String> gpu;
        private final double[] at;

        private Point(Placement place, double[] at) {
            this.place = place;
            this.gpu = place.machine().accelerators().map(has -> has.gpu().type());
            this.at = at;
        }
    }

    Point point(Placement place) {
        double[] at = coordinates(place);
        for (int i = 0; i < COORDINATES; i++) {
            at[i] /= lengths[i];
        }
        return new Point(place, at);
    }

    /// In (0, 1]: Matérn's kernel of smoothness 3/2, `(1 + sqrt(3 d)) exp(-sqrt(3 d))`, for what varies with kinks.
    static double rough(double distance) {
        double root = Math.sqrt(3 * distance);
        return (1 + root) * Math.exp(-root);
    }

    /// In (0, 1]: `exp(-d)`, for what fades fast.
    static double narrow(double distance) {
        return Math.exp(-distance);
    }

    /// The squared distance of two placements, >= 0.
    static double distance(Point one, Point other) {
        double distance = one.place.provider().equals(other.place.provider()) ? 0 : OTHER_PROVIDER;
        distance += one.gpu.equals(other.gpu) ? 0 : OTHER_GPU;
        for (int i = 0; i < COORDINATES; i++) {
            double apart = one.at[i] - other.at[i];
            distance += apart * apart;
        }
        return distance;
    }

    /// Where the cores are not known, the price stands for them.
    private static double[] coordinates(Placement place) {
        Machine machine = place.machine();
        double price = Math.log(place.pricePerHour());
        boolean knowsCores = machine.vcpus().isPresent();
        double perCore = knowsCores && machine.memoryGb().isPresent()
                ? Math.log(machine.memoryGb().getAsDouble() / machine.vcpus().getAsDouble())
                : 0;
        return new double[] {
            Math.log(place.nodes()),
            price,
            knowsCores ? Math.log(machine.vcpus().getAsDouble()) : price,
            perCore,
            Math.log(machine.accelerators().map(Accelerators::count).orElse(1.0))
        };
    }
}
