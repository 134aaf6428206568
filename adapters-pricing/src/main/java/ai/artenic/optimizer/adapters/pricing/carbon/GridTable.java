package ai.artenic.optimizer.adapters.pricing.carbon;

import ai.artenic.optimizer.domain.cost.carbon.GridIntensity;
import ai.artenic.optimizer.domain.offer.Provider;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/// The bundled table of electricity grids.
public final class GridTable implements GridIntensity {
    private final Map<String, Double> gramsByRegion = new HashMap<>();

    private GridTable() {}

    /// Reads the table that is part of this module.
    public static GridTable bundled() {
        try (InputStream resource = Objects.requireNonNull(GridTable.class.getResourceAsStream("grids.csv"));
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(resource, StandardCharsets.UTF_8)) {
            var table = new GridTable();
            rows.forEach(table::add);
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public OptionalDouble gramsPerKwh(Provider provider, String region) {
        Double grams = gramsByRegion.get(provider.key() + ":" + region);
        return grams == null ? OptionalDouble.empty() : OptionalDouble.of(grams);
    }

    private void add(NamedCsvRecord row) {
        double grams = Double.parseDouble(row.getField("grams_per_kwh"));
        for (String region : row.getField("regions").split(" ")) {
            if (gramsByRegion.put(region, grams) != null) {
                throw new IllegalStateException("Two grids have the region " + region);
            }
        }
    }
}
