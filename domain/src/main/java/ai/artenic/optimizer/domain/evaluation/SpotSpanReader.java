package ai.artenic.optimizer.domain.evaluation;

import java.util.Optional;

/// Reads measured times of spot zones: `trace, accelerator, start_s, length_s, value`, of which a value of 0 means that
/// there was no node.
public final class SpotSpanReader {
    private static final double SECONDS = 3600;

    /// Begins the names of nodes without GPUs in the column `accelerator`.
    private static final String CPUS = "(intel|amd|arm|c\\d).*";

    /// A reader without state.
    public SpotSpanReader() {}

    /// The time of a row, or why there is none.
    public Reading<SpotSpan> read(MeasuredRow row) {
        Optional<String> trace = row.text("trace");
        if (trace.isEmpty()) {
            return new Reading.Unusable<>("no trace");
        }
        boolean hasGpu = !row.text("accelerator").orElse("").matches(CPUS);
        try {
            double start = number(row, "start_s") / SECONDS;
            double length = number(row, "length_s") / SECONDS;
            boolean isUp = number(row, "value") != 0;
            return start >= 0 && length > 0
                    ? new Reading.Usable<>(new SpotSpan(trace.get(), hasGpu, start, length, isUp))
                    : new Reading.Unusable<>("a start below 0 or no length");
        } catch (NumberFormatException e) {
            return new Reading.Unusable<>("start_s, length_s or value is no number");
        }
    }

    private static double number(MeasuredRow row, String column) {
        return Double.parseDouble(row.text(column).orElse(""));
    }
}
