package ai.artenic.optimizer.adapters.pricing.coreweave;

import ai.artenic.optimizer.adapters.pricing.spi.Quote;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// A row of a price table: one kind of node and what the whole of it costs by the hour. Cells are: model; number of
/// GPUs
/// and memory of each, or kind of CPU node; vCPUs; memory; disk; on demand; spot. A price for inference may follow,
/// which
/// is that of one GPU and not read.
///
/// @param gpus 0 for a node without
record NodePrice(
        String instanceType,
        String region,
        String model,
        int gpus,
        OptionalDouble gpuMemoryGb,
        double vcpus,
        double memoryGb,
        BigDecimal onDemand,
        Optional<BigDecimal> spot) {
    static final String GPU_ROW = "kubernetes-gpu-pricing";
    static final String CPU_ROW = "kubernetes-cpu-pricing";
    private static final int MOST_GPUS = 16;
    private static final Pattern PRICE = Pattern.compile("\\$\\s*(\\d[\\d,]*(?:\\.\\d+)?)");
    private static final Pattern NUMBER = Pattern.compile("(\\d[\\d,]*(?:\\.\\d+)?)(?:\\^\\d+)?");

    /// A row that cannot be understood.
    static final class UnclearRowException extends Exception {
        private static final long serialVersionUID = 1L;

        UnclearRowException(String message) {
            super(message);
        }
    }

    /// Reads a row; empty where its on-demand price is to be asked for, and for lines that only look like rows.
    ///
    /// @throws UnclearRowException if the row has a price, and what for cannot be understood
    static Optional<NodePrice> read(Element row, String region) throws UnclearRowException {
        List<String> cells =
                row.select(".table-v2-cell").stream().map(Element::text).toList();
        boolean hasGpus = row.hasClass(GPU_ROW);
        int specs = hasGpus ? 3 : 2;
        Optional<BigDecimal> onDemand = price(row, ".instance-price", cells, specs + 3);
        if (onDemand.isEmpty()) {
            return Optional.empty();
        }
        String model = model(row);
        int gpus = hasGpus ? gpus(number(cells, 1, "number of GPUs")) : 0;
        String type = hasGpus
                ? slug(model.replaceFirst("^NVIDIA ", "") + " " + gpus + "x")
                : slug("cpu " + model + " " + cells.get(1));
        return Optional.of(new NodePrice(
                type,
                region,
                model,
                gpus,
                hasGpus ? OptionalDouble.of(number(cells, 2, "memory of a GPU")) : OptionalDouble.empty(),
                number(cells, specs, "number of vCPUs"),
                number(cells, specs + 1, "memory"),
                onDemand.get(),
                price(row, ".spot-price", cells, specs + 4)));
    }

    /// What the row is about.
    static String model(Element row) {
        return row.select(".table-model-name").eachText().stream().findFirst().orElse("");
    }

    Quote quote() {
        Quote quote =
                Quote.of(instanceType, region).vcpus(vcpus).memoryGb(memoryGb).onDemand(onDemand);
        if (gpus > 0) {
            quote.gpu(model, gpus);
        }
        gpuMemoryGb.ifPresent(quote::gpuMemoryGb);
        spot.ifPresent(quote::spot);
        return quote;
    }

    /// The price with this label where the row has labels, else that in its cell; empty for `Contact sales` and the
    /// like.
    private static Optional<BigDecimal> price(Element row, String label, List<String> cells, int cell) {
        String text = row.select(label).eachText().stream()
                .findFirst()
                .orElseGet(() -> cell < cells.size() ? cells.get(cell) : "");
        Matcher price = PRICE.matcher(text);
        return price.find() ? Optional.of(plain(price.group(1))) : Optional.empty();
    }

    /// No node has so many GPUs that a second digit is more than the mark of a footnote: `41` is 4.
    private static int gpus(double stated) {
        return (int) (stated > MOST_GPUS ? Math.floor(stated / 10) : stated);
    }

    private static double number(List<String> cells, int cell, String what) throws UnclearRowException {
        Matcher number = NUMBER.matcher(cell < cells.size() ? cells.get(cell).strip() : "");
        if (!number.matches()) {
            throw new UnclearRowException("does not say its " + what);
        }
        return plain(number.group(1)).doubleValue();
    }

    private static BigDecimal plain(String number) {
        return new BigDecimal(number.replace(",", ""));
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
