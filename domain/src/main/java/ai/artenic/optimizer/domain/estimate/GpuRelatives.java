package ai.artenic.optimizer.domain.estimate;

import ai.artenic.optimizer.domain.offer.Gpu;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// The known types nearest to a type that is not in the hardware table: those whose names share its longest
/// beginning, else those with the most similar memory. At most five, in the order of their names.
public final class GpuRelatives {
    private static final int MOST = 5;
    private static final int LEAST_SHARED_LETTERS = 3;

    private GpuRelatives() {}

    /// The relatives of a stranger; empty only where the catalogue is.
    public static List<Gpu> of(Gpu stranger, GpuCatalog catalog) {
        List<Gpu> known = catalog.types().stream()
                .map(type -> catalog.find(type, OptionalDouble.empty()))
                .flatMap(Optional::stream)
                .filter(gpu ->
                        gpu.fp16Tflops().isPresent() && gpu.bandwidthGbs().isPresent())
                .toList();
        String name = letters(stranger);
        int longest =
                known.stream().mapToInt(gpu -> shared(name, letters(gpu))).max().orElse(0);
        List<Gpu> relatives = longest >= LEAST_SHARED_LETTERS
                ? known.stream()
                        .filter(gpu -> shared(name, letters(gpu)) == longest)
                        .sorted(byMemory(stranger))
                        .toList()
                : known.stream().sorted(byMemory(stranger)).toList();
        return relatives.stream()
                .limit(MOST)
                .sorted(Comparator.comparing(Gpu::type))
                .toList();
    }

    private static Comparator<Gpu> byMemory(Gpu stranger) {
        double memory = stranger.memoryGb().orElse(16);
        return Comparator.<Gpu>comparingDouble(
                        gpu -> Math.abs(Math.log(gpu.memoryGb().orElse(1) / memory)))
                .thenComparing(Gpu::type);
    }

    private static String letters(Gpu gpu) {
        return gpu.type().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    private static int shared(String a, String b) {
        int length = 0;
        while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
            length++;
        }
        return length;
    }
}
