package ai.artenic.optimizer.adapters.pricing.aws;

import static ai.artenic.optimizer.adapters.pricing.aws.AwsFixtures.ADVISOR;
import static ai.artenic.optimizer.adapters.pricing.aws.AwsFixtures.FRANKFURT;
import static ai.artenic.optimizer.adapters.pricing.aws.AwsFixtures.SPOT;
import static ai.artenic.optimizer.adapters.pricing.aws.AwsFixtures.VIRGINIA;
import static ai.artenic.optimizer.adapters.pricing.aws.AwsFixtures.entry;
import static ai.artenic.optimizer.adapters.pricing.aws.AwsFixtures.list;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.Offers;
import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.application.contract.PriceSourceContract;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.pricing.BadRow;
import ai.artenic.optimizer.domain.pricing.Coverage;
import ai.artenic.optimizer.domain.spot.ProviderRate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AwsTest implements PriceSourceContract {
    private static final String SPOT_PAGE = """
            callback({"vers": 0.01, "config": {"rate": "perhr", "valueColumns": ["linux", "mswin"], "currencies": ["USD"],
              "regions": [
                {"region": "us-east", "instanceTypes": [{"type": "gpu", "sizes": [
                  {"size": "p5.48xlarge", "valueColumns": [
                    {"name": "mswin", "prices": {"USD": "99.0"}}, {"name": "linux", "prices": {"USD": "17.6128"}}]},
                  {"size": "m5.large", "valueColumns": [{"name": "linux", "prices": {"USD": "0.0971"}}]},
                  {"size": "c7i.4xlarge", "valueColumns": [{"name": "linux", "prices": {"USD": "N/A*"}}]}]}]},
                {"region": "eu-central-1", "instanceTypes": [{"type": "gpu", "sizes": [
                  {"size": "m5.large", "valueColumns": [{"name": "linux", "prices": {"USD": "zero"}}]}]}]}]}});
            """;

    private final ProviderServer server = AwsFixtures.server()
            .at(SPOT, SPOT_PAGE)
            .at(
                    VIRGINIA,
                    list(
                            "US East (N. Virginia)",
                            entry("p5.48xlarge", "192", "2,048 GiB", "55.0400000000"),
                            entry("m5.large", "2", "8 GiB", "0.0971000000"),
                            entry("c7i.4xlarge", "16", "32 GiB", "0.7140000000"),
                            entry("g6f.large", "2", "8 GiB", "0.2020000000"),
                            entry("trn1.2xlarge", "8", "32 GiB", "1.3437500000"),
                            entry("p5e.48xlarge", "192", "2048 GiB", "0.0000000000"),
                            entry("p9.48xlarge", "192", "2048 GiB", "77.5"),
                            entry("t3.large", "2", "8 GiB", "0.0832")))
            .at(FRANKFURT, list("EU (Frankfurt)", entry("m5.large", "2", "8 GiB", "0.115")));

    @AfterEach
    void close() {
        server.close();
    }

    private PriceSource source(String... regions) {
        return server.source(new Aws(), "regions", String.join(",", regions));
    }

    private List<String> problems(PriceSource source) {
        return source.fetch().report().badRows().stream().map(BadRow::reason).toList();
    }

    private Offer virginia(String type) {
        return Offers.find(Offers.of(source("us-east-1")), type, "us-east-1");
    }

    @Override
    public PriceSource readableSource() {
        return source("us-east-1", "eu-central-1");
    }

    @Override
    public PriceSource brokenSource() {
        return server.at(VIRGINIA, "{\"regions\": ").source(new Aws(), "regions", "us-east-1");
    }

    @Test
    void spot_machines_bear_the_advisor_s_band_as_a_share_per_month() {
        server.at(ADVISOR, """
                {"ranges": [{"index": 3, "label": "15-20%"}, {"index": 4, "label": ">20%"}], "spot_advisor": {
                  "us-east-1": {"Linux": {"p5.48xlarge": {"s": 10, "r": 4}, "c7i.4xlarge": {"s": 10, "r": 3}}}}}""");
        assertEquals(
                Optional.of(new ProviderRate(0.2, 1, ProviderRate.Unit.PER_MONTH, "AWS Spot Instance Advisor")),
                virginia("p5.48xlarge").providerRate());
        assertEquals(Optional.empty(), virginia("m5.large").providerRate(), "the advisor does not name it");
        assertEquals(Optional.empty(), virginia("c7i.4xlarge").providerRate(), "it has no spot price");
    }

    @Test
    void prices_do_not_wait_for_an_advisor_that_cannot_be_read() {
        server.at(ADVISOR, "<html>");
        assertEquals(Optional.empty(), virginia("p5.48xlarge").providerRate());
        List<String> problems = problems(source("us-east-1"));
        assertTrue(problems.getFirst().startsWith("spot advisor: "), problems.toString());
    }

    @Test
    void a_list_of_a_region_goes_by_its_display_name_and_its_offers_by_the_region_code() {
        List<Offer> offers = Offers.of(readableSource());

        assertEquals(6, offers.size());
        Offer frankfurt = Offers.find(offers, "m5.large", "eu-central-1");
        assertEquals("0.115", frankfurt.provenance().nativePrice().toPlainString());
        assertEquals("USD", frankfurt.provenance().currency());
        assertEquals(8, frankfurt.machine().memoryGb().orElseThrow());
        assertEquals(2, frankfurt.machine().vcpus().orElseThrow());
    }

    @Test
    void gpus_come_from_the_hardware_table_because_no_price_list_names_them() {
        Accelerators gpus = virginia("p5.48xlarge").machine().accelerators().orElseThrow();

        assertEquals("H100", gpus.gpu().type());
        assertEquals(8, gpus.count());
        assertEquals(80, gpus.memoryGbEach());
    }

    @Test
    void a_share_of_a_gpu_stays_a_share() {
        assertEquals(
                0.125,
                virginia("g6f.large").machine().accelerators().orElseThrow().count());
    }

    @Test
    void accelerators_that_are_no_gpus_are_known_too() {
        assertEquals(
                "Trainium1",
                virginia("trn1.2xlarge")
                        .machine()
                        .accelerators()
                        .orElseThrow()
                        .gpu()
                        .type());
    }

    @Test
    void a_type_with_accelerators_of_an_unknown_model_is_named_and_left_out() {
        PriceSource source = readableSource();

        assertTrue(Offers.of(source).stream()
                .noneMatch(offer -> offer.id().instanceType().equals("p9.48xlarge")));
        assertTrue(problems(source).contains("p9.48xlarge: which accelerators it has is not known"));
    }

    @Test
    void what_only_capacity_blocks_sell_costs_0_in_the_list_and_is_no_offer() {
        assertTrue(Offers.of(readableSource()).stream()
                .noneMatch(offer -> offer.id().instanceType().equals("p5e.48xlarge")));
    }

    @Test
    void burstable_types_are_passed_over() {
        assertTrue(Offers.of(readableSource()).stream()
                .noneMatch(offer -> offer.id().instanceType().equals("t3.large")));
    }

    @Test
    void spot_prices_stand_in_a_call_of_a_function_under_legacy_names_of_regions() {
        Offer p5 = virginia("p5.48xlarge");

        assertEquals(
                p5.onDemand().amount().doubleValue() * 0.32,
                p5.spot().orElseThrow().amount().doubleValue(),
                1e-5);
    }

    @Test
    void spot_at_the_price_of_on_demand_is_no_error() {
        Offer m5 = virginia("m5.large");

        assertEquals(m5.onDemand(), m5.spot().orElseThrow());
    }

    @Test
    void not_available_means_that_there_is_no_spot_price() {
        assertTrue(virginia("c7i.4xlarge").spot().isEmpty());
    }

    @Test
    void a_spot_price_that_is_no_number_is_named_and_the_offer_stays() {
        assertTrue(Offers.find(Offers.of(readableSource()), "m5.large", "eu-central-1")
                .spot()
                .isEmpty());
        assertTrue(problems(readableSource()).contains("m5.large/eu-central-1: its spot price is no number above 0"));
    }

    @Test
    void without_spot_prices_the_on_demand_prices_still_stand() {
        server.at(SPOT, request -> new ProviderServer.Reply(403, Map.of(), ""));

        assertEquals(6, Offers.of(readableSource()).size());
        assertTrue(problems(readableSource())
                .contains("spot prices of us-east-1: spot-price.s3.amazonaws.com/spot.js answered 403"));
        long asked = server.requests().stream()
                .filter(request -> request.address().equals(SPOT))
                .count();
        assertEquals(2, asked, "once per reading, not once per region");
    }

    @Test
    void a_spot_page_of_another_shape_is_named() {
        server.at(SPOT, "alert('moved')");

        assertTrue(problems(source("us-east-1")).stream().anyMatch(problem -> problem.contains("no call with a list")));
    }

    @Test
    void a_region_that_cannot_be_read_does_not_take_the_others_with_it() {
        PriceSource source = source("us-west-2", "eu-central-1", "mars-1");

        assertEquals(1, Offers.of(source).size());
        assertEquals(
                new Coverage(Set.of("us-west-2", "eu-central-1", "mars-1"), Set.of("us-west-2", "mars-1")),
                source.fetch().report().coverage());
        List<String> problems = problems(source);
        assertTrue(problems.contains("mars-1: is no region known here"), problems.toString());
        assertTrue(problems.stream().anyMatch(problem -> problem.startsWith("us-west-2: ") && problem.endsWith("404")));
    }

    @Test
    void when_no_region_can_be_read_the_reason_of_the_first_is_given() {
        String error = Offers.error(source("us-west-2", "mars-1"));

        assertTrue(error.startsWith("no region can be read: b0.p.awsstatic.com/"), error);
    }

    @Test
    void a_list_without_the_region_that_was_asked_for_is_an_error() {
        server.at(VIRGINIA, list("US East (Ohio)"));

        assertTrue(Offers.error(source("us-east-1")).contains("no prices of US East (N. Virginia)"));
    }

    @Test
    void a_list_in_another_currency_is_an_error() {
        server.at(VIRGINIA, list("US East (N. Virginia)").replace("USD", "CNY"));

        assertTrue(Offers.error(source("us-east-1")).contains("prices in CNY"));
    }

    @Test
    void malformed_entries_are_named_and_lose_no_others() {
        server.at(
                VIRGINIA,
                list(
                        "US East (N. Virginia)",
                        "\"odd\": 7",
                        entry("m5.xlarge", "4", "16 GiB", "cheap"),
                        entry("m5.2xlarge", "eight", "32 GB", "0.384")));
        PriceSource source = source("us-east-1");

        Offer offer = Offers.of(source).getFirst();
        assertEquals("m5.2xlarge", offer.id().instanceType());
        assertTrue(offer.machine().vcpus().isEmpty());
        assertTrue(offer.machine().memoryGb().isEmpty());
        assertEquals(
                List.of("an entry of us-east-1: names no instance type", "m5.xlarge/us-east-1: its price is no number"),
                problems(source));
    }

    @Test
    void two_prices_for_one_type_are_named_and_neither_is_believed() {
        server.at(
                VIRGINIA,
                list(
                        "US East (N. Virginia)",
                        entry("m5.large", "2", "8 GiB", "0.096"),
                        entry("m5.large", "2", "8 GiB", "0.178").replace("Region", "Other"),
                        entry("c7i.4xlarge", "16", "32 GiB", "0.714"),
                        entry("c7i.4xlarge", "16", "32 GiB", "0.7140").replace("Region", "Other")));
        PriceSource source = source("us-east-1");

        assertEquals(
                List.of("c7i.4xlarge"),
                Offers.of(source).stream()
                        .map(offer -> offer.id().instanceType())
                        .toList());
        assertEquals(List.of("m5.large/us-east-1: costs both 0.096 and 0.178"), problems(source));
    }

    @Test
    void an_unknown_list_is_refused_with_those_that_exist() {
        assertEquals(
                "pricing.aws.list must be page, bulk, bulk-csv or api",
                Offers.error(server.source(new Aws(), "list", "cheapest")));
    }
}
