package ai.artenic.optimizer.adapters.pricing.oci;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The bundled table of shapes. Flexible shapes appear in the sizes of the bundled snapshot: 1 to 32 OCPUs with 4, 8
/// or 16 GB each.
final class ShapeTable {
    private static final String ANY_SIZE = ":*";
    private static final List<Integer> OCPUS = List.of(1, 2, 4, 8, 16, 32);
    private static final List<Integer> GB_PER_OCPU = List.of(4, 8, 16);

    private ShapeTable() {}

    static List<Shape> bundled() {
        try (InputStream resource = Objects.requireNonNull(ShapeTable.class.getResourceAsStream("shapes.csv"));
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(resource, StandardCharsets.UTF_8)) {
            var shapes = new ArrayList<Shape>();
            for (NamedCsvRecord row : rows) {
                if (row.getField("shape").endsWith(ANY_SIZE)) {
                    shapes.addAll(sizes(row));
                } else {
                    shapes.add(fixed(row));
                }
            }
            return shapes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Shape fixed(NamedCsvRecord row) {
        double vcpus = Double.parseDouble(row.getField("vcpus"));
        double memory = Double.parseDouble(row.getField("memory_gb"));
        var parts = new LinkedHashMap<String, BigDecimal>();
        for (String part : row.getField("parts").split(" ")) {
            String[] partAndQuantity = part.split(":");
            parts.put(partAndQuantity[0], new BigDecimal(partAndQuantity[1]));
        }
        Shape.Hardware hardware = quote -> {
            quote.vcpus(vcpus).memoryGb(memory);
            if (!row.getField("gpu").isEmpty()) {
                quote.gpu(row.getField("gpu"), Double.parseDouble(row.getField("gpu_count")))
                        .gpuMemoryGb(Double.parseDouble(row.getField("gpu_memory_gb")));
            }
        };
        return new Shape(row.getField("shape"), hardware, isPreemptible(row), parts);
    }

    private static List<Shape> sizes(NamedCsvRecord row) {
        String family = row.getField("shape").replace(ANY_SIZE, "");
        double vcpusPerOcpu = Double.parseDouble(row.getField("vcpus"));
        String[] parts = row.getField("parts").split(" ");
        var shapes = new ArrayList<Shape>();
        for (int ocpus : OCPUS) {
            for (int gbPerOcpu : GB_PER_OCPU) {
                int gb = ocpus * gbPerOcpu;
                shapes.add(new Shape(
                        family + ":" + ocpus + "ocpu-" + gb + "gb",
                        quote -> quote.vcpus(ocpus * vcpusPerOcpu).memoryGb(gb),
                        isPreemptible(row),
                        Map.of(parts[0], BigDecimal.valueOf(ocpus), parts[1], BigDecimal.valueOf(gb))));
            }
        }
        return shapes;
    }

    private static boolean isPreemptible(NamedCsvRecord row) {
        return row.getField("preemptible").equals("yes");
    }
}
