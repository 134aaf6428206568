package ai.artenic.optimizer.bootstrap.cli;

import ai.artenic.optimizer.domain.offer.Accelerators;
import java.util.Locale;

/// Accelerators as people write them: `8x H100`, `0.25x A10`.
final class GpuWords {
    private GpuWords() {}

    static String of(Accelerators has) {
        double count = has.count();
        String number =
                count == Math.rint(count) ? Long.toString((long) count) : String.format(Locale.ROOT, "%.2f", count);
        return number + "x " + has.gpu().type();
    }
}
