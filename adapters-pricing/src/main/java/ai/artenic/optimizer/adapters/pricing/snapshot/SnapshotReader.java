package ai.artenic.optimizer.adapters.pricing.snapshot;

import ai.artenic.optimizer.adapters.pricing.fx.FxTable;
import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Gpu;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.pricing.FxRate;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Reads a packed snapshot. What recurs (machines, regions, sources) becomes one object.
final class SnapshotReader {
    private static final long SECONDS_PER_DAY = 86_400;

    private final GpuCatalog gpus;
    private final FxTable fx;
    private final Map<String, byte[]> tables = new HashMap<>();
    private final List<Sold> machines = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();
    private final Map<String, String> regions = new HashMap<>();

    /// An instance type of a provider.
    private record Sold(Provider provider, String type, Machine machine) {}

    SnapshotReader(GpuCatalog gpus, FxTable fx) {
        this.gpus = gpus;
        this.fx = fx;
    }

    /// The offers of the snapshot.
    ///
    /// @throws IOException with the reason in one line, if it is not a sound snapshot of this format
    List<Offer> read(InputStream in) throws IOException {
        unzip(in);
        Properties manifest = manifest();
        checkSoundness(manifest);
        var offers = new ArrayList<Offer>(Integer.parseInt(manifest.getProperty("rows")));
        forEach(PackedTable.MACHINES, row -> machines.add(machine(row)));
        forEach(PackedTable.SOURCES, row -> sources.add(row.getField(0)));
        forEach(PackedTable.PRICES, row -> offers.add(offer(row)));
        return offers;
    }

    private void unzip(InputStream in) throws IOException {
        try (var zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                tables.put(entry.getName(), zip.readAllBytes());
            }
        }
    }

    private Properties manifest() throws IOException {
        var manifest = new Properties();
        manifest.load(new ByteArrayInputStream(table(PackedTable.MANIFEST)));
        String format = manifest.getProperty("format", "none");
        if (!format.equals(PackedTable.FORMAT)) {
            throw new IOException("format is " + format + ", this version reads " + PackedTable.FORMAT);
        }
        return manifest;
    }

    private void checkSoundness(Properties manifest) throws IOException {
        var checksum = new CRC32();
        checksum.update(table(PackedTable.MACHINES));
        checksum.update(table(PackedTable.SOURCES));
        checksum.update(table(PackedTable.PRICES));
        if (!Long.toHexString(checksum.getValue()).equals(manifest.getProperty("checksum"))) {
            throw new IOException("is damaged: its checksum does not match");
        }
    }

    private byte[] table(String name) throws IOException {
        byte[] table = tables.get(name);
        if (table == null) {
            throw new IOException("is not a price snapshot: it has no " + name);
        }
        return table;
    }

    private interface RowConsumer {
        void accept(CsvRecord row) throws IOException;
    }

    private void forEach(String name, RowConsumer consumer) throws IOException {
        String text = new String(table(name), StandardCharsets.UTF_8);
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(text)) {
            for (CsvRecord row : rows) {
                consumer.accept(row);
            }
        }
    }

    private Sold machine(CsvRecord row) {
        String gpuType = row.getField(4);
        Optional<Accelerators> accelerators = Optional.empty();
        if (!gpuType.isEmpty()) {
            OptionalDouble memory = number(row.getField(6));
            Gpu gpu = gpus.find(gpuType, memory).orElseGet(() -> Gpu.unknown(gpuType, memory));
            accelerators =
                    Optional.of(new Accelerators(gpu, number(row.getField(5)).orElseThrow(), memory.orElseThrow()));
        }
        var machine = new Machine(number(row.getField(2)), number(row.getField(3)), accelerators);
        return new Sold(new Provider(row.getField(0)), row.getField(1), machine);
    }

    private Offer offer(CsvRecord row) throws IOException {
        Sold sold = machines.get(Integer.parseInt(row.getField(0)));
        String currency = row.getField(5);
        FxRate rate = fx.rate(currency)
                .orElseThrow(() -> new IOException("has prices in " + currency + ", which has no exchange rate"));
        var price = new BigDecimal(row.getField(3));
        Optional<EurPerHour> spot =
                row.getField(4).isEmpty() ? Optional.empty() : Optional.of(rate.toEur(new BigDecimal(row.getField(4))));
        var provenance = new Provenance(
                Provenance.Source.SNAPSHOT,
                sources.get(Integer.parseInt(row.getField(6))),
                Instant.ofEpochSecond(Long.parseLong(row.getField(7)) * SECONDS_PER_DAY),
                price,
                rate.currency(),
                rate.perEur(),
                rate.date());
        Optional<String> zone = row.getField(2).isEmpty() ? Optional.empty() : Optional.of(row.getField(2));
        String region = regions.computeIfAbsent(row.getField(1), name -> name);
        return new Offer(
                new OfferId(sold.provider(), sold.type(), region, zone),
                sold.machine(),
                rate.toEur(price),
                spot,
                true,
                provenance);
    }

    private static OptionalDouble number(String text) {
        return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }
}
