package ai.artenic.optimizer.adapters.pricing.aws;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the bulk price list of a region as CSV, one price per row. Lines of legal text come before the header.
final class BulkCsv {
    /// Columns by the names of the same attributes in the JSON list.
    private static final Map<String, String> ATTRIBUTES = Map.ofEntries(
            Map.entry("Product Family", "productFamily"),
            Map.entry("Location Type", "locationType"),
            Map.entry("Tenancy", "tenancy"),
            Map.entry("Operating System", "operatingSystem"),
            Map.entry("License Model", "licenseModel"),
            Map.entry("Pre Installed S/W", "preInstalledSw"),
            Map.entry("CapacityStatus", "capacitystatus"),
            Map.entry("MarketOption", "marketoption"),
            Map.entry("usageType", "usagetype"),
            Map.entry("Instance Type", "instanceType"),
            Map.entry("vCPU", "vcpu"),
            Map.entry("Memory", "memory"),
            Map.entry("GPU", "gpu"));
    private static final Map<String, String> TERMS = Map.of(
            "TermType",
            "OnDemand",
            "OfferTermCode",
            OnDemandTerms.CODE,
            "Unit",
            OnDemandTerms.UNIT,
            "Currency",
            OnDemandTerms.CURRENCY);
    private static final String PRICE = "PricePerUnit";
    private static final String FIRST = "SKU";

    private final Map<String, Integer> columns = new HashMap<>();
    private final List<Listed> machines = new ArrayList<>();

    private BulkCsv() {}

    /// The machines of a region.
    ///
    /// @throws IOException if the body is no such list
    static List<Listed> read(InputStream body) throws IOException {
        var list = new BulkCsv();
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            rows.forEach(list::readRow);
        } catch (CsvParseException e) {
            throw new IOException("its CSV cannot be read: " + e.getMessage(), e);
        }
        if (!list.columns.keySet().containsAll(TERMS.keySet()) || !list.columns.containsKey(PRICE)) {
            throw new IOException("its CSV has no header with the columns of a price list");
        }
        return list.machines;
    }

    private void readRow(CsvRecord row) {
        if (!columns.isEmpty()) {
            readPrice(row);
        } else if (row.getField(0).equals(FIRST)) {
            for (int column = 0; column < row.getFieldCount(); column++) {
                columns.put(row.getField(column), column);
            }
        }
    }

    private void readPrice(CsvRecord row) {
        if (!TERMS.entrySet().stream()
                .allMatch(term -> field(row, term.getKey()).equals(term.getValue()))) {
            return;
        }
        var product = new Product();
        ATTRIBUTES.forEach((column, attribute) -> {
            if (columns.containsKey(column)) {
                product.take(attribute, field(row, column));
            }
        });
        if (product.isSharedLinux()) {
            machines.add(product.at(Optional.of(field(row, PRICE)).filter(price -> !price.isEmpty())));
        }
    }

    private String field(CsvRecord row, String column) {
        int index = columns.getOrDefault(column, Integer.MAX_VALUE);
        return index < row.getFieldCount() ? row.getField(index) : "";
    }
}
