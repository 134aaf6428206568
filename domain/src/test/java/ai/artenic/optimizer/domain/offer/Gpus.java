package ai.artenic.optimizer.domain.offer;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// A handful of real accelerators, for tests.
public final class Gpus {
    public static final Gpu A100 = gpu("A100-80GB", 0, 80, 2039, 19.5, 156, 312, 312, 0, 600);
    public static final Gpu A100_40 = gpu("A100-40GB", 3, 40, 1555, 19.5, 156, 312, 312, 0, 600);
    public static final Gpu H100 = gpu("H100", 1, 80, 3350, 67, 495, 989, 989, 1979, 900);
    public static final Gpu T4 = gpu("T4", 2, 16, 320, 8.1, 0, 65, 0, 0, 0);
    public static final Gpu V100 = gpu("V100", 4, 16, 900, 15.7, 0, 125, 0, 0, 300);
    public static final Gpu L4 = gpu("L4", 5, 24, 300, 30.3, 60.5, 121, 121, 242, 0);
    public static final List<Gpu> ALL = List.of(A100, A100_40, H100, T4, V100, L4);

    public static final GpuCatalog CATALOG = new GpuCatalog() {
        @Override
        public Optional<Gpu> find(String name, OptionalDouble memoryGb) {
            return ALL.stream().filter(gpu -> gpu.type().equals(name)).findFirst();
        }

        @Override
        public List<String> types() {
            return ALL.stream().map(Gpu::type).toList();
        }
    };

    private Gpus() {}

    private static Gpu gpu(String type, int id, double... facts) {
        return new Gpu(
                type,
                OptionalInt.of(id),
                known(facts[0]),
                known(facts[1]),
                known(facts[2]),
                known(facts[3]),
                known(facts[4]),
                known(facts[5]),
                known(facts[6]),
                OptionalDouble.of(facts[7]));
    }

    private static OptionalDouble known(double value) {
        return value == 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
