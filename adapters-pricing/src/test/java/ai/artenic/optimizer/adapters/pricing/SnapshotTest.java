package ai.artenic.optimizer.adapters.pricing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.contract.PriceSourceContract;
import ai.artenic.optimizer.application.port.Fetched;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.pricing.SanityGate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest implements PriceSourceContract {
    private static final String TABLE = """
            provider,instance_type,region,zone,vcpus,memory_gb,gpu_type,gpu_count,gpu_memory_gb,price_per_hour,spot_price_per_hour,currency,source,as_of
            aws,p4d,us-east-1,,96,1152,A100,8,40,21.96,8.5,USD,price list,2026-07-20
            azure,nv6,westeurope,1,6,55,A10,0.166667,4,0.45,,EUR,price list,2026-05-20
            own,odd,here,,,,X9000,2,48,3.125,,GBP,a note,2026-05-21
            hetzner,cx22,fsn1,,2,4,,,,0.006,,EUR,page,2026-08-17
            """;
    private final PriceSources sources = new PriceSources();

    @TempDir
    Path folder;

    @Override
    public PriceSource readableSource() {
        return sources.bundledSnapshot();
    }

    @Override
    public PriceSource brokenSource() {
        return sources.snapshotFile(folder.resolve("missing.zip"));
    }

    private static List<Offer> offers(PriceSource source) {
        return assertInstanceOf(Fetched.Read.class, source.fetch()).offers();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path packed(String name, String table) throws IOException {
        Path packed = folder.resolve(name + ".zip");
        assertInstanceOf(PackReport.Packed.class, sources.pack(write(name + ".csv", table), packed));
        return packed;
    }

    @Test
    void the_bundled_snapshot_has_twelve_thousand_offers_of_a_dozen_providers() {
        List<Offer> offers = offers(sources.bundledSnapshot());
        var providers =
                offers.stream().map(offer -> offer.id().provider().key()).collect(Collectors.toSet());
        assertTrue(offers.size() >= 12_000, "" + offers.size());
        assertTrue(providers.size() >= 12, providers.toString());
        assertTrue(providers.containsAll(List.of("aws", "gcp", "azure", "oci", "ovh", "hetzner", "lambda_labs")));
    }

    @Test
    void no_real_price_of_the_bundled_snapshot_is_quarantined() {
        assertEquals(
                List.of(),
                SanityGate.inspect(offers(sources.bundledSnapshot()), List.of()).quarantined());
    }

    @Test
    void every_gpu_of_the_bundled_snapshot_is_known() {
        offers(sources.bundledSnapshot())
                .forEach(offer -> offer.machine()
                        .accelerators()
                        .ifPresent(
                                has -> assertTrue(has.gpu().isKnown(), has.gpu().type())));
    }

    @Test
    void packing_and_reading_gives_the_offers_of_the_table() throws IOException {
        List<Offer> read = offers(sources.snapshotFile(packed("prices", TABLE)));
        List<Offer> direct = offers(sources.operatorFile(folder.resolve("prices.csv")));
        assertEquals(4, read.size());
        for (Offer offer : direct) {
            Offer same = read.stream()
                    .filter(o -> o.id().equals(offer.id()))
                    .findFirst()
                    .orElseThrow();
            assertEquals(offer.machine(), same.machine());
            assertEquals(offer.onDemand(), same.onDemand());
            assertEquals(offer.spot(), same.spot());
            assertEquals(offer.provenance().observedAt(), same.provenance().observedAt());
            assertEquals(offer.provenance().origin(), same.provenance().origin());
            assertEquals(offer.provenance().currency(), same.provenance().currency());
        }
    }

    @Test
    void the_order_of_the_rows_does_not_change_a_byte() throws IOException {
        List<String> lines = TABLE.lines().toList();
        String reversed =
                lines.getFirst() + "\n" + String.join("\n", lines.subList(1, 5).reversed()) + "\n";
        assertArrayEquals(Files.readAllBytes(packed("one", TABLE)), Files.readAllBytes(packed("two", reversed)));
    }

    @Test
    void packing_reports_counts_and_bad_rows() throws IOException {
        Path table = write("t.csv", TABLE + "aws,x,y,,,,,,,,,USD,s,2026-01-01\n");
        var report = assertInstanceOf(PackReport.Packed.class, sources.pack(table, folder.resolve("t.zip")));
        assertEquals(4, report.offers());
        assertEquals(4, report.providers());
        assertEquals(6, report.badRows().getFirst().line());
        assertEquals(Files.size(folder.resolve("t.zip")), report.bytes());
    }

    @Test
    void packing_fails_with_one_line() throws IOException {
        Path bad = write("bad.csv", TABLE.lines().findFirst().orElseThrow() + "\naws,x,y,,,,,,,,,USD,s,\n");
        assertTrue(assertInstanceOf(PackReport.Failed.class, sources.pack(bad, folder.resolve("x.zip")))
                .reason()
                .contains("no row"));
        assertTrue(assertInstanceOf(
                        PackReport.Failed.class, sources.pack(folder.resolve("none.csv"), folder.resolve("x.zip")))
                .reason()
                .contains("no such file"));
        assertTrue(assertInstanceOf(
                        PackReport.Failed.class, sources.pack(write("ok.csv", TABLE), folder.resolve("no/dir/x.zip")))
                .reason()
                .contains("cannot be written"));
    }

    @Test
    void a_damaged_or_foreign_file_is_refused_by_name() throws IOException {
        Path damaged = packed("damaged", TABLE);
        byte[] bytes = Files.readAllBytes(damaged);
        String text = error(write("text.zip", "hello"));
        assertTrue(text.contains("is not a price snapshot"), text);
        for (int cut : new int[] {bytes.length / 2, 60}) {
            Files.write(damaged, java.util.Arrays.copyOf(bytes, cut));
            assertTrue(error(damaged).length() > 5);
        }
    }

    private String error(Path file) {
        return assertInstanceOf(Fetched.Failed.class, sources.snapshotFile(file).fetch())
                .report()
                .lastError()
                .orElseThrow();
    }
}
