package ai.artenic.optimizer.adapters.pricing.hardware;

import ai.artenic.optimizer.domain.offer.Gpu;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/// The bundled hardware table.
public final class GpuTable implements GpuCatalog {
    private final List<Gpu> gpus = new ArrayList<>();
    private final Map<String, List<Gpu>> byKey = new HashMap<>();
    private final Map<String, Double> wattsOfType = new HashMap<>();
    private final Map<String, Optional<Gpu>> found = new ConcurrentHashMap<>();

    private GpuTable() {}

    /// Reads the table that is part of this module.
    public static GpuTable bundled() {
        try (InputStream resource = Objects.requireNonNull(GpuTable.class.getResourceAsStream("gpus.csv"));
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(resource, StandardCharsets.UTF_8)) {
            var table = new GpuTable();
            rows.forEach(table::add);
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Gpu> find(String name, OptionalDouble memoryGb) {
        return found.computeIfAbsent(name + "/" + memoryGb, key -> search(name, memoryGb));
    }

    @Override
    public List<String> types() {
        return gpus.stream().map(Gpu::type).toList();
    }

    /// Board power of one device of this canonical type in watts; empty where not known.
    public OptionalDouble watts(String type) {
        Double watts = wattsOfType.get(type);
        return watts == null ? OptionalDouble.empty() : OptionalDouble.of(watts);
    }

    private Optional<Gpu> search(String name, OptionalDouble memoryGb) {
        OptionalDouble stated = memoryGb.isPresent() ? memoryGb : GpuNames.memoryGb(name);
        for (String key : GpuNames.keys(name)) {
            List<Gpu> sharing = byKey.get(key);
            if (sharing != null) {
                return Optional.of(nearest(sharing, stated));
            }
        }
        return Optional.empty();
    }

    /// Of types that share a name, the one with the memory nearest to what is stated; the smallest if nothing is.
    private static Gpu nearest(List<Gpu> sharing, OptionalDouble memoryGb) {
        return sharing.stream()
                .min(Comparator.comparingDouble(gpu -> Math.abs(gpu.memoryGb().orElse(0) - memoryGb.orElse(0))))
                .orElseThrow();
    }

    private void add(NamedCsvRecord row) {
        var gpu = new Gpu(
                row.getField("type"),
                OptionalInt.of(Integer.parseInt(row.getField("id"))),
                number(row, "memory_gb"),
                number(row, "bandwidth_gbs"),
                number(row, "fp32"),
                number(row, "tf32"),
                number(row, "fp16"),
                number(row, "bf16"),
                number(row, "fp8"),
                number(row, "link_gbs"));
        gpus.add(gpu);
        number(row, "watts").ifPresent(watts -> wattsOfType.put(gpu.type(), watts));
        GpuNames.keys(gpu.type()).stream().distinct().forEach(key -> name(key, gpu));
        for (String alias : row.getField("also").split(" ")) {
            if (!alias.isEmpty()) {
                name(GpuNames.keys(alias).getFirst(), gpu);
            }
        }
    }

    private void name(String key, Gpu gpu) {
        byKey.computeIfAbsent(key, added -> new ArrayList<>()).add(gpu);
    }

    private static OptionalDouble number(NamedCsvRecord row, String column) {
        String text = row.getField(column);
        return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }
}
