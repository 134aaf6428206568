package ai.artenic.optimizer.adapters.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.contract.PriceSourceContract;
import ai.artenic.optimizer.application.port.Fetched;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.pricing.BadRow;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriceTableTest implements PriceSourceContract {
    private static final String HEADER =
            "provider,instance_type,region,vcpus,memory_gb,gpu_type,gpu_count,gpu_memory_gb,price_per_hour,"
                    + "spot_price_per_hour,currency\n";
    private static final String ROW = "aws,p4d,us-east-1,96,1152,A100,8,40,21.96,8.5,USD\n";
    private final PriceSources sources = new PriceSources();

    @TempDir
    Path folder;

    @Override
    public PriceSource readableSource() {
        return source(HEADER + ROW + "hetzner,cx22,fsn1,2,4,,,,0.006,,EUR\n");
    }

    @Override
    public PriceSource brokenSource() {
        return sources.operatorFile(folder.resolve("missing.csv"));
    }

    private PriceSource source(String text) {
        return source(text.getBytes(StandardCharsets.UTF_8));
    }

    private PriceSource source(byte[] bytes) {
        try {
            Path file = folder.resolve("prices.csv");
            Files.write(file, bytes);
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-01T10:00:00Z")));
            return sources.operatorFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Fetched.Read read(String text) {
        return assertInstanceOf(Fetched.Read.class, source(text).fetch());
    }

    private String error(byte[] bytes) {
        return assertInstanceOf(Fetched.Failed.class, source(bytes).fetch())
                .report()
                .lastError()
                .orElseThrow();
    }

    private String error(String text) {
        return error(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<BadRow> bad(String rows) {
        return read(HEADER + rows).report().badRows();
    }

    @Test
    void a_row_becomes_an_offer_in_euro_that_remembers_its_native_price() {
        Offer offer = read(HEADER + ROW).offers().getFirst();
        assertEquals("aws/p4d/us-east-1", offer.id().toString());
        assertEquals(EurPerHour.of("18.985044"), offer.onDemand());
        assertEquals(EurPerHour.of("7.348491"), offer.spot().orElseThrow());
        assertEquals(
                "A100-40GB", offer.machine().accelerators().orElseThrow().gpu().type());
        assertEquals(OptionalDouble.of(1152), offer.machine().memoryGb());
        assertEquals(Provenance.Source.OPERATOR, offer.provenance().source());
        assertEquals("USD", offer.provenance().currency());
        assertEquals("prices.csv", offer.provenance().origin());
        assertEquals(Instant.parse("2026-11-01T10:00:00Z"), offer.provenance().observedAt());
    }

    @Test
    void everything_wrong_with_a_row_is_named_with_its_line_and_good_rows_are_kept() {
        var read = read(HEADER + "AWS!,,us,many,-1,,2,,abc,,XXX\n" + ROW);
        assertEquals(1, read.offers().size());
        BadRow row = read.report().badRows().getFirst();
        assertEquals(2, row.line());
        for (String problem : List.of(
                "provider must be",
                "instance_type is required",
                "vcpus must be a number, was 'many'",
                "memory_gb must be between 0 and 1e9, was '-1'",
                "gpu_count is given without gpu_type",
                "price_per_hour must be a number, was 'abc'",
                "currency 'XXX' has no exchange rate")) {
            assertTrue(row.reason().contains(problem), problem + " in " + row.reason());
        }
    }

    @Test
    void a_row_without_an_on_demand_price_or_with_too_few_fields_is_bad() {
        assertEquals(
                "no on-demand price", bad("aws,a,r,,,,,,,0.2,EUR\n").getFirst().reason());
        assertEquals(
                "has 2 fields, the header has 11", bad("aws,a\n").getFirst().reason());
    }

    @Test
    void a_repeated_offer_is_bad_and_names_the_line_it_repeats() {
        assertEquals(
                List.of(new BadRow(3, "repeats aws/p4d/us-east-1 of line 2")), bad(ROW + ROW.replace("21.96", "20")));
    }

    @Test
    void numbers_that_would_hurt_are_refused() {
        assertTrue(bad("aws,a,r,,,,,,1e999999999,,EUR\n").getFirst().reason().contains("between 0 and 1e9"));
        assertTrue(bad("aws,a,r,,,,,," + "9".repeat(400) + ",,EUR\n")
                .getFirst()
                .reason()
                .contains("a number"));
        assertTrue(bad("aws,a,r,,,,,,NaN,,EUR\n").getFirst().reason().contains("a number"));
    }

    @Test
    void an_unknown_gpu_needs_its_memory_and_is_kept_under_its_own_name() {
        assertTrue(bad("own,a,r,,,X9000,1,,1,,EUR\n").getFirst().reason().contains("gpu_memory_gb is required"));
        Offer offer = read(HEADER + "own,a,r,,,X9000,1,48,1,,EUR\n").offers().getFirst();
        assertEquals("X9000", offer.machine().accelerators().orElseThrow().gpu().type());
    }

    @Test
    @SuppressWarnings("StringConcatToTextBlock") // the line ends are part of the case
    void other_tables_header_names_dates_and_availability_are_understood() {
        String text =
                "\uFEFFprovider,instance,region,zone,memory_gib,gpu_name,price_usd_hour,as_of,available,source\r\n"
                        + "vast,\"a \"\"quoted\"\"\nname\",global,z1,64,RTX 4090,0.3,2026-04-29,false,market page\r\n"
                        + "lambda,b,us,,,,0.2,2026-04-29T12:00:00Z,,\r\n"
                        + "lambda,c,us,,,,0.2,yesterday,perhaps,\r\n";
        var read = read(text);
        Offer offer = read.offers().getFirst();
        assertEquals("vastai/a \"quoted\"\nname/global/z1", offer.id().toString());
        assertEquals(
                "RTX4090", offer.machine().accelerators().orElseThrow().gpu().type());
        assertEquals(24, offer.machine().accelerators().orElseThrow().memoryGbEach());
        assertEquals(false, offer.available());
        assertEquals("market page", offer.provenance().origin());
        assertEquals("USD", offer.provenance().currency());
        assertEquals("lambda_labs", read.offers().get(1).id().provider().key());
        String reason = read.report().badRows().getFirst().reason();
        assertTrue(reason.contains("available must be true or false") && reason.contains("as_of must be"), reason);
    }

    @Test
    void what_is_not_a_price_table_is_refused_as_a_whole() {
        assertTrue(error("").contains("has no rows"));
        assertTrue(error("a,b\n1,2\n").contains("lacks the columns provider, instance_type, region, price_per_hour"));
        assertEquals("cannot be read: not UTF-8 text", error(new byte[] {(byte) 0xC3, (byte) 0x28, 10}));
        assertEquals(
                "has 1 fields, the header has 11",
                bad("\"open quote").getFirst().reason());
        assertTrue(assertInstanceOf(
                        Fetched.Failed.class, sources.operatorFile(folder).fetch())
                .report()
                .lastError()
                .isPresent());
    }
}
