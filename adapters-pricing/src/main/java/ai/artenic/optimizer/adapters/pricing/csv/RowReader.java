package ai.artenic.optimizer.adapters.pricing.csv;

import ai.artenic.optimizer.adapters.pricing.fx.FxTable;
import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Gpu;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.pricing.FxRate;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Reads one row of a price table and names everything that is wrong with it.
final class RowReader {
    private static final BigDecimal MOST = new BigDecimal("1e9");
    private static final int LONGEST_NUMBER = 40;
    private static final Map<String, String> PROVIDERS = Map.of(
            "lambda", "lambda_labs", "vast", "vastai", "vast.ai", "vastai", "ovhcloud", "ovh", "k8s", "kubernetes");

    private final TableFormat format;
    private final GpuCatalog gpus;
    private final FxTable fx;
    private final NamedCsvRecord row;
    private final List<String> problems = new ArrayList<>();

    RowReader(TableFormat format, GpuCatalog gpus, FxTable fx, NamedCsvRecord row) {
        this.format = format;
        this.gpus = gpus;
        this.fx = fx;
        this.row = row;
    }

    /// What is wrong with the row; empty if it is good.
    List<String> problems() {
        return problems;
    }

    /// The row, if nothing is wrong with it.
    Optional<PriceRow> read() {
        Optional<Provider> provider = provider();
        String type = required(Column.INSTANCE_TYPE);
        String region = required(Column.REGION);
        Machine machine = machine();
        Optional<BigDecimal> price = decimal(Column.PRICE_PER_HOUR);
        if (price.isEmpty() && text(Column.PRICE_PER_HOUR).isEmpty()) {
            problems.add("no on-demand price");
        }
        Optional<BigDecimal> spot = decimal(Column.SPOT_PRICE_PER_HOUR);
        Optional<FxRate> rate = rate();
        boolean available = available();
        Instant observedAt = observedAt();
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        var id = new OfferId(provider.orElseThrow(), type, region, optional(Column.ZONE));
        String origin = optional(Column.SOURCE).orElse(format.origin());
        return Optional.of(new PriceRow(
                id, machine, price.orElseThrow(), spot, rate.orElseThrow(), available, origin, observedAt));
    }

    private Optional<Provider> provider() {
        String text = required(Column.PROVIDER).toLowerCase(Locale.ROOT);
        String key = PROVIDERS.getOrDefault(text, text).replace(' ', '_');
        if (!text.isEmpty() && !Provider.isKey(key)) {
            problems.add("provider must be letters, digits, '_', '.' or '-', was '" + shown(text) + "'");
            return Optional.empty();
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(new Provider(key));
    }

    private Machine machine() {
        OptionalDouble vcpus = number(Column.VCPUS);
        OptionalDouble memory = number(Column.MEMORY_GB);
        return new Machine(vcpus, memory, accelerators());
    }

    private Optional<Accelerators> accelerators() {
        String type = text(Column.GPU_TYPE);
        OptionalDouble count = number(Column.GPU_COUNT);
        OptionalDouble memory = number(Column.GPU_MEMORY_GB);
        if (type.isEmpty()) {
            if (count.orElse(0) > 0) {
                problems.add("gpu_count is given without gpu_type");
            }
            return Optional.empty();
        }
        if (count.orElse(1) == 0) {
            return Optional.empty();
        }
        Gpu gpu = gpus.find(type, memory).orElseGet(() -> Gpu.unknown(type, memory));
        OptionalDouble each = memory.orElse(0) > 0 ? memory : gpu.memoryGb();
        if (each.isEmpty()) {
            problems.add("gpu_memory_gb is required for the unknown gpu_type '" + shown(type) + "'");
            return Optional.empty();
        }
        return Optional.of(new Accelerators(gpu, count.orElse(1), each.getAsDouble()));
    }

    private Optional<FxRate> rate() {
        String currency = optional(Column.CURRENCY).orElse(format.currency()).toUpperCase(Locale.ROOT);
        Optional<FxRate> rate = fx.rate(currency);
        if (rate.isEmpty()) {
            problems.add("currency '" + shown(currency) + "' has no exchange rate; known are " + fx.currencies());
        }
        return rate;
    }

    private boolean available() {
        String text = text(Column.AVAILABLE).toLowerCase(Locale.ROOT);
        if (!text.isEmpty() && !text.equals("true") && !text.equals("false")) {
            problems.add("available must be true or false, was '" + shown(text) + "'");
        }
        return !text.equals("false");
    }

    private Instant observedAt() {
        String text = text(Column.AS_OF);
        if (text.isEmpty()) {
            return format.observedAt();
        }
        try {
            return text.length() > 10
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            problems.add("as_of must be a date such as 2026-08-14, was '" + shown(text) + "'");
            return format.observedAt();
        }
    }

    private OptionalDouble number(Column column) {
        Optional<BigDecimal> decimal = decimal(column);
        return decimal.isPresent() ? OptionalDouble.of(decimal.get().doubleValue()) : OptionalDouble.empty();
    }

    private Optional<BigDecimal> decimal(Column column) {
        String text = text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(text.length() > LONGEST_NUMBER ? "?" : text);
            if (number.signum() >= 0 && number.compareTo(MOST) <= 0 && number.scale() <= LONGEST_NUMBER) {
                return Optional.of(number);
            }
            problems.add(column.label() + " must be between 0 and 1e9, was '" + shown(text) + "'");
        } catch (NumberFormatException e) {
            problems.add(column.label() + " must be a number, was '" + shown(text) + "'");
        }
        return Optional.empty();
    }

    private String required(Column column) {
        String text = text(column);
        if (text.isEmpty()) {
            problems.add(column.label() + " is required");
        }
        if (text.length() > 100) {
            problems.add(column.label() + " must have at most 100 characters, had " + text.length());
        }
        return text;
    }

    private Optional<String> optional(Column column) {
        String text = text(column);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private String text(Column column) {
        return format.field(row, column);
    }

    private static String shown(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
