package ai.artenic.optimizer.adapters.pricing.snapshot;

import ai.artenic.optimizer.adapters.pricing.csv.PriceRow;
import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Machine;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Packs price rows into a snapshot file. Equal rows give equal bytes, in whatever order they come.
final class SnapshotPacker {
    private final Map<List<String>, Integer> machines = new LinkedHashMap<>();
    private final Map<List<String>, Integer> sources = new LinkedHashMap<>();
    private final StringWriter prices = new StringWriter();
    private Instant newest = Instant.EPOCH;

    private SnapshotPacker() {}

    static void pack(List<PriceRow> rows, OutputStream out) throws IOException {
        var packer = new SnapshotPacker();
        try (CsvWriter writer = writer(packer.prices)) {
            rows.stream().sorted(Comparator.comparing(PriceRow::id)).forEach(row -> packer.add(writer, row));
        }
        packer.write(rows.size(), out);
    }

    private void add(CsvWriter writer, PriceRow row) {
        newest = row.observedAt().isAfter(newest) ? row.observedAt() : newest;
        writer.writeRecord(
                Integer.toString(number(machines, machine(row))),
                row.id().region(),
                row.id().zone().orElse(""),
                plain(row.price()),
                row.spot().map(SnapshotPacker::plain).orElse(""),
                row.rate().currency(),
                Integer.toString(number(sources, List.of(row.origin()))),
                Long.toString(
                        row.observedAt().atZone(ZoneOffset.UTC).toLocalDate().toEpochDay()));
    }

    private void write(int rows, OutputStream out) throws IOException {
        byte[] machineTable = table(machines);
        byte[] sourceTable = table(sources);
        byte[] priceTable = prices.toString().getBytes(StandardCharsets.UTF_8);
        var checksum = new CRC32();
        checksum.update(machineTable);
        checksum.update(sourceTable);
        checksum.update(priceTable);
        String manifest = "format=" + PackedTable.FORMAT + "\nrows=" + rows + "\nnewest=" + newest + "\nchecksum="
                + Long.toHexString(checksum.getValue()) + "\n";
        try (var zip = new ZipOutputStream(out)) {
            zip.setLevel(9);
            entry(zip, PackedTable.MANIFEST, manifest.getBytes(StandardCharsets.UTF_8));
            entry(zip, PackedTable.MACHINES, machineTable);
            entry(zip, PackedTable.SOURCES, sourceTable);
            entry(zip, PackedTable.PRICES, priceTable);
        }
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2020, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] table(Map<List<String>, Integer> rows) throws IOException {
        var text = new StringWriter();
        try (CsvWriter writer = writer(text)) {
            rows.keySet().forEach(writer::writeRecord);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static CsvWriter writer(StringWriter text) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
    }

    private static int number(Map<List<String>, Integer> dictionary, List<String> item) {
        return dictionary.computeIfAbsent(item, added -> dictionary.size());
    }

    private static List<String> machine(PriceRow row) {
        Machine machine = row.machine();
        return List.of(
                row.id().provider().key(),
                row.id().instanceType(),
                plain(machine.vcpus()),
                plain(machine.memoryGb()),
                machine.accelerators().map(has -> has.gpu().type()).orElse(""),
                machine.accelerators()
                        .map(Accelerators::count)
                        .map(SnapshotPacker::plain)
                        .orElse(""),
                machine.accelerators()
                        .map(Accelerators::memoryGbEach)
                        .map(SnapshotPacker::plain)
                        .orElse(""));
    }

    private static String plain(OptionalDouble number) {
        return number.isPresent() ? plain(number.getAsDouble()) : "";
    }

    private static String plain(double number) {
        return plain(BigDecimal.valueOf(number));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
