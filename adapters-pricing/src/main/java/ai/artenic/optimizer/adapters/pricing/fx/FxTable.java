package ai.artenic.optimizer.adapters.pricing.fx;

import ai.artenic.optimizer.domain.pricing.FxRate;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/// Reference rates by currency: the bundled ones, and newer ones as they come. A currency without a rate has none:
/// never one by silence.
public final class FxTable {
    private static final String EURO = "EUR";
    private volatile Map<String, FxRate> rates;

    private FxTable(Map<String, FxRate> rates) {
        this.rates = Map.copyOf(rates);
    }

    /// The dated rates that are part of this module.
    public static FxTable bundled() {
        try (InputStream resource = Objects.requireNonNull(FxTable.class.getResourceAsStream("rates.csv"));
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(resource, StandardCharsets.UTF_8)) {
            var rates = new HashMap<String, FxRate>();
            rows.forEach(row -> rates.put(row.getField("currency"), rate(row)));
            FxRate dollar = Objects.requireNonNull(rates.get("USD"));
            rates.put(EURO, euro(dollar));
            return new FxTable(rates);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The rate of a currency by its ISO code, such as `USD`.
    public Optional<FxRate> rate(String currency) {
        return Optional.ofNullable(rates.get(currency));
    }

    /// Takes rates into use that are newer than those in use.
    ///
    /// @return whether there were any
    public synchronized boolean take(List<FxRate> fresh) {
        var merged = new HashMap<>(rates);
        for (FxRate rate : fresh) {
            FxRate known = merged.get(rate.currency());
            if (!rate.currency().equals(EURO) && (known == null || rate.date().isAfter(known.date()))) {
                merged.put(rate.currency(), rate);
                merged.merge(EURO, euro(rate), (one, other) -> other.date().isAfter(one.date()) ? other : one);
            }
        }
        boolean isChanged = !merged.equals(rates);
        rates = Map.copyOf(merged);
        return isChanged;
    }

    /// A euro is one, on whatever date.
    private static FxRate euro(FxRate on) {
        return new FxRate(EURO, BigDecimal.ONE, on.date());
    }

    /// The currencies with a rate, in alphabetical order.
    public String currencies() {
        return String.join(", ", new TreeSet<>(rates.keySet()));
    }

    private static FxRate rate(NamedCsvRecord row) {
        return new FxRate(
                row.getField("currency"),
                new BigDecimal(row.getField("per_eur")),
                LocalDate.parse(row.getField("date")));
    }
}
