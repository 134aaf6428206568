package ai.artenic.optimizer.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.http.ContractClient.Reply;
import ai.artenic.optimizer.application.contract.Costs;
import ai.artenic.optimizer.application.contract.Outcomes;
import ai.artenic.optimizer.domain.outcome.AssessedOutcome;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FocusExportTest {
    private static final String EVER = FocusExports.EVER;
    private static final Instant DAY = FocusExports.DAY;

    /// The columns that every dataset of FOCUS 1.2 must have, and whether they can be null.
    private static final Map<String, Boolean> MANDATORY = """
            BilledCost BillingAccountId BillingAccountName? BillingCurrency BillingPeriodEnd BillingPeriodStart
            ChargeCategory ChargeClass? ChargeDescription? ChargePeriodEnd ChargePeriodStart ContractedCost
            EffectiveCost InvoiceIssuerName ListCost PricingQuantity PricingUnit ProviderName PublisherName
            ServiceCategory ServiceName""".lines()
            .flatMap(line -> List.of(line.split(" ")).stream())
            .collect(Collectors.toMap(name -> name.replace("?", ""), name -> name.endsWith("?")));

    /// Those of the others that are there.
    private static final Set<String> MORE =
            Set.of(("AvailabilityZone ChargeFrequency ConsumedQuantity ConsumedUnit InvoiceId PricingCategory RegionId"
                            + " RegionName ResourceId ResourceName ResourceType ServiceSubcategory SkuId SkuMeter"
                            + " SkuPriceDetails SkuPriceId SubAccountId SubAccountName Tags")
                    .split(" "));

    private final TestApi api = TestApi.withOffers();

    @AfterEach
    void stop() {
        api.close();
    }

    private String export(String query) {
        return FocusExports.get(api, query);
    }

    private void keep(List<AssessedOutcome> outcomes) {
        api.outcomes.kept.keep(outcomes);
    }

    private static BigDecimal sum(List<NamedCsvRecord> rows, String column) {
        return rows.stream().map(row -> new BigDecimal(row.getField(column))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal total(String query) {
        return api.client
                .ask(ContractClient.BASE + "/cost/summary" + query + "&period=month")
                .json()
                .get("total_cost_eur")
                .decimalValue();
    }

    @Test
    void all_mandatory_columns_are_there_and_own_ones_are_marked() {
        List<String> header = List.of(export(EVER).strip().split(","));
        assertEquals(header.stream().sorted().toList(), header);
        assertEquals(header.size(), Set.copyOf(header).size());
        assertTrue(header.containsAll(MANDATORY.keySet()), header::toString);
        header.stream()
                .filter(name -> !MANDATORY.containsKey(name) && !MORE.contains(name))
                .forEach(name -> assertTrue(name.matches("x_[A-Z][A-Za-z]+"), name));
        assertEquals(MORE.size(), header.stream().filter(MORE::contains).count());
    }

    @Test
    void a_job_is_a_charge_of_the_month_in_which_it_ended() {
        keep(List.of(Costs.of("job-1", "aws", 12.5, true, Instant.parse("2026-03-01T00:30:00.750Z"))));
        NamedCsvRecord row = FocusExports.rows(export(EVER)).getFirst();
        Map.ofEntries(
                        Map.entry("BilledCost", "12.5"),
                        Map.entry("BillingCurrency", "EUR"),
                        Map.entry("BillingPeriodStart", "2026-03-01T00:00:00Z"),
                        Map.entry("BillingPeriodEnd", "2026-04-01T00:00:00Z"),
                        Map.entry("ChargePeriodStart", "2026-02-28T22:30:00Z"),
                        Map.entry("ChargePeriodEnd", "2026-03-01T00:30:00Z"),
                        Map.entry("ChargeDescription", "Training job on machine of aws, on demand"),
                        Map.entry("ConsumedQuantity", "2"),
                        Map.entry("PricingUnit", "Hours"),
                        Map.entry("ResourceId", "job-1"),
                        Map.entry("RegionId", ""),
                        Map.entry("SkuId", "machine"),
                        Map.entry("SkuPriceId", "aws/machine//on-demand"),
                        Map.entry("SkuPriceDetails", "{\"InstanceType\":\"machine\"}"),
                        Map.entry("x_NodeCount", "1"),
                        Map.entry("x_Succeeded", "true"))
                .forEach((column, value) -> assertEquals(value, row.getField(column), column));
    }

    @Test
    void the_run_of_a_job_that_took_no_time_is_a_second_and_not_an_empty_period() {
        keep(List.of(Costs.lasting("job-1", 0, 3, DAY)));
        NamedCsvRecord row = FocusExports.rows(export(EVER)).getFirst();
        assertEquals("0", row.getField("ConsumedQuantity"));
        assertEquals(DAY.toString(), row.getField("ChargePeriodEnd"));
        assertEquals(DAY.minusSeconds(1).toString(), row.getField("ChargePeriodStart"));
    }

    @Test
    void every_value_is_one_that_its_column_allows() {
        keep(LongStream.range(0, 300).mapToObj(Outcomes::seeded).toList());
        List<NamedCsvRecord> rows = FocusExports.rows(export(EVER));
        assertEquals(300, rows.size());
        for (NamedCsvRecord row : rows) {
            MANDATORY.forEach((column, isNullable) ->
                    assertTrue(isNullable || !row.getField(column).isEmpty(), column));
            assertEquals("Usage", row.getField("ChargeCategory"));
            assertEquals("", row.getField("ChargeClass"));
            assertEquals("Usage-Based", row.getField("ChargeFrequency"));
            assertEquals("Compute", row.getField("ServiceCategory"));
            assertEquals("Virtual Machines", row.getField("ServiceSubcategory"));
            boolean isSpot = row.getField("SkuPriceId").endsWith("/spot");
            assertEquals(isSpot ? "Dynamic" : "Standard", row.getField("PricingCategory"));
            for (String cost : List.of("EffectiveCost", "ListCost", "ContractedCost")) {
                assertEquals(row.getField("BilledCost"), row.getField(cost));
            }
            assertTimes(row);
            long nodes = row.getField("x_NodeCount").isEmpty() ? 1 : Long.parseLong(row.getField("x_NodeCount"));
            assertEquals(
                    0,
                    new BigDecimal(row.getField("PricingQuantity"))
                            .compareTo(new BigDecimal(row.getField("x_JobHours")).multiply(BigDecimal.valueOf(nodes))));
        }
        assertEquals(
                2,
                rows.stream()
                        .map(row -> row.getField("PricingCategory"))
                        .distinct()
                        .count());
    }

    private static void assertTimes(NamedCsvRecord row) {
        Function<String, Instant> time = column -> {
            assertTrue(
                    row.getField(column).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"), row.getField(column));
            return Instant.parse(row.getField(column));
        };
        Instant end = time.apply("ChargePeriodEnd");
        Duration ran = Duration.between(time.apply("ChargePeriodStart"), end);
        assertEquals(Double.parseDouble(row.getField("x_JobHours")) * 3_600, (double) ran.toSeconds(), 0.5001);
        YearMonth month = YearMonth.from(end.atZone(ZoneOffset.UTC));
        assertEquals(month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC), time.apply("BillingPeriodStart"));
        assertEquals(
                month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC), time.apply("BillingPeriodEnd"));
    }

    @Test
    void several_thousand_jobs_come_page_by_page_each_once_and_add_up_to_the_summary() {
        FocusExports.keepMany(api, 4_321);
        List<NamedCsvRecord> rows = FocusExports.rows(export(EVER));
        assertEquals(5, api.spent.pages.get());
        assertEquals(4_321, rows.size());
        assertEquals(
                4_321,
                rows.stream().map(row -> row.getField("x_JobId")).distinct().count());
        assertEquals(0, total(EVER).compareTo(sum(rows, "BilledCost")));
        String part = "?from=2026-03-02T00:00:00Z&to=2026-03-03T00:00:00Z";
        assertEquals(0, total(part).compareTo(sum(FocusExports.rows(export(part)), "BilledCost")));
    }

    @Test
    void text_that_a_spreadsheet_would_run_is_made_inert_and_numbers_stay_numbers() {
        keep(List.of(
                Costs.of("=1+1", "aws", 3, true, DAY),
                Costs.of("@SUM(A1)", "aws", 4, true, DAY),
                Costs.of("a,\"b\"\r\nc", "aws", 0.000001, true, DAY)));
        List<NamedCsvRecord> rows = FocusExports.rows(export(EVER));
        assertEquals(
                List.of("'=1+1", "'@SUM(A1)", "a,\"b\"\r\nc"),
                rows.stream().map(row -> row.getField("ResourceId")).toList());
        assertEquals(
                List.of("3", "4", "0.000001"),
                rows.stream().map(row -> row.getField("BilledCost")).toList());
    }

    @Test
    void of_a_time_without_jobs_there_is_the_header_alone() {
        FocusExports.keepMany(api, 10);
        String empty = export("?from=2026-04-01T00:00:00Z&to=2026-05-01T00:00:00Z");
        assertTrue(empty.endsWith("x_Succeeded\r\n"), empty);
        assertEquals(1, empty.lines().count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z",
                "from=2026-02-01T12:00:00Z&to=2026-02-01T12:00:00Z",
                "from=1970-01-01T00:00:00Z&to=2090-01-01T00:00:00Z",
                "from=yesterday",
                "since=2026-02-01T00:00:00Z"
            })
    void a_period_that_is_none_is_refused_as_the_summary_refuses_it(String query) {
        Reply reply = api.client.ask(FocusExports.PATH + "?" + query);
        assertEquals(422, reply.status());
        assertEquals(
                api.client.ask(ContractClient.BASE + "/cost/summary?" + query).errors(), reply.errors());
        assertFalse(reply.errors().isEmpty());
    }
}
