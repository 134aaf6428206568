package ai.artenic.optimizer.adapters.pricing.aws;

import static ai.artenic.optimizer.adapters.pricing.aws.AwsFixtures.INDEX;
import static ai.artenic.optimizer.adapters.pricing.aws.AwsFixtures.VERSION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.Offers;
import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.application.contract.PriceSourceContract;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.Offer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkListTest implements PriceSourceContract {
    private static final String ATTRIBUTES = """
            "servicecode": "AmazonEC2", "locationType": "AWS Region", "instanceType": "p5.48xlarge", "vcpu": "192",
            "memory": "2,048 GiB", "gpu": "8", "gpuMemory": "NA", "tenancy": "Shared", "operatingSystem": "Linux",
            "licenseModel": "No License required", "usagetype": "BoxUsage:p5.48xlarge", "capacitystatus": "Used",
            "preInstalledSw": "NA", "marketoption": "OnDemand", "regionCode": "us-east-1\"""";

    private final ProviderServer server = AwsFixtures.server()
            .at(INDEX, AwsFixtures.index())
            .at(VERSION + ".json", list(ATTRIBUTES, "JRTCKXETXF", "Hrs", "USD"))
            .at(VERSION + ".csv", csv("NA", "OnDemand", "Hrs", "USD"));

    @AfterEach
    void close() {
        server.close();
    }

    /// A list with the product at hand, a product of another family and terms of others.
    private static String list(String attributes, String term, String unit, String currency) {
        return """
                {"formatVersion": "v1.0", "offerCode": "AmazonEC2", "products": {
                  "SKU1": {"sku": "SKU1", "productFamily": "Compute Instance", "attributes": {%s}},
                  "SKU2": {"sku": "SKU2", "productFamily": "Storage", "attributes": {"volumeType": "gp3"}}},
                 "terms": {"Other": {"SKU1": {}}, "OnDemand": {
                  "SKU2": {"SKU2.JRTCKXETXF": {"priceDimensions": {"SKU2.JRTCKXETXF.A": {
                    "unit": "GB-Mo", "pricePerUnit": {"USD": "0.08"}}}}},
                  "SKU1": {"SKU1.%s": {"priceDimensions": {"SKU1.X.A": {
                    "unit": "%s", "pricePerUnit": {"%s": "55.0400000000"}}}}}},
                 "Reserved": {"SKU1": {"SKU1.4NA7Y494T4": {}}}}}""".formatted(attributes, term, unit, currency);
    }

    /// A list whose header comes after five lines.
    private static String csv(String software, String term, String unit, String currency) {
        return """
                "FormatVersion","v1.0"
                "Disclaimer","This list is an example, not an offer."
                "Publication Date","2026-10-30T00:00:00Z"
                "Version","20261030"
                "OfferCode","AmazonEC2"
                "SKU","OfferTermCode","TermType","Unit","PricePerUnit","Currency","Product Family","Location Type",\
                "Instance Type","vCPU","Memory","Tenancy","Operating System","License Model","usageType","GPU",\
                "CapacityStatus","Pre Installed S/W","MarketOption"
                "SKU1","JRTCKXETXF","%2$s","%3$s","55.0400000000","%4$s","Compute Instance","AWS Region",\
                "p5.48xlarge","192","2048 GiB","Shared","Linux","No License required","BoxUsage:p5.48xlarge","8",\
                "Used","%1$s","OnDemand"
                "SKU2","JRTCKXETXF","OnDemand","GB-Mo","0.08","USD","Storage"
                """.formatted(software, term, unit, currency);
    }

    private PriceSource source(String list) {
        return server.source(new Aws(), "list", list, "regions", "us-east-1");
    }

    private List<Offer> offers(String json) {
        server.at(VERSION + ".json", json);
        return Offers.of(source("bulk"));
    }

    private static void assertP5(List<Offer> offers) {
        Offer p5 = Offers.find(offers, "p5.48xlarge", "us-east-1");
        assertEquals(1, offers.size());
        assertEquals("55.0400000000", p5.provenance().nativePrice().toPlainString());
        assertEquals(8, p5.machine().accelerators().orElseThrow().count());
        assertEquals(80, p5.machine().accelerators().orElseThrow().memoryGbEach());
    }

    @Override
    public PriceSource readableSource() {
        return source("bulk");
    }

    @Override
    public PriceSource brokenSource() {
        server.at(VERSION + ".json", "{\"products\": {\"SKU1\": {\"attributes\": {");
        return source("bulk");
    }

    @Test
    void the_index_leads_to_the_current_list_of_the_region() {
        assertP5(Offers.of(source("bulk")));
    }

    @Test
    void the_same_list_as_csv_gives_the_same_offers() {
        assertEquals(
                Offers.of(source("bulk")).getFirst(),
                Offers.of(source("bulk-csv")).getFirst());
    }

    @Test
    void lines_of_legal_text_come_before_the_header_of_the_csv() {
        assertP5(Offers.of(source("bulk-csv")));

        server.at(VERSION + ".csv", csv("NA", "OnDemand", "Hrs", "USD").replaceFirst("(?s)\"SKU\".*", ""));
        assertTrue(Offers.error(source("bulk-csv")).contains("no header with the columns of a price list"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "tenancy, Shared, Dedicated",
        "operatingSystem, Linux, Windows",
        "capacitystatus, Used, UnusedCapacityReservation",
        "capacitystatus, Used, AllocatedCapacityReservation",
        "marketoption, OnDemand, CapacityBlock",
        "preInstalledSw, NA, SQL Std",
        "licenseModel, No License required, Bring your own license",
        "locationType, AWS Region, AWS Local Zone",
        "usagetype, BoxUsage:p5.48xlarge, CapacityBlock:p5.48xlarge"
    })
    void a_product_that_is_no_plain_linux_machine_of_the_region_is_passed_over(String name, String from, String to) {
        String attribute = "\"%s\": \"%s\"";
        String other = ATTRIBUTES.replace(attribute.formatted(name, from), attribute.formatted(name, to));

        assertTrue(offers(list(other, "JRTCKXETXF", "Hrs", "USD")).isEmpty());
    }

    @Test
    void a_list_without_capacity_status_and_market_option_is_judged_by_the_kind_of_use() {
        String silent =
                ATTRIBUTES.replace("\"capacitystatus\": \"Used\",", "").replace("\"marketoption\": \"OnDemand\",", "");

        assertP5(offers(list(silent, "JRTCKXETXF", "Hrs", "USD")));
        String reserved = silent.replace("BoxUsage:", "UnusedBox:");
        assertTrue(offers(list(reserved, "JRTCKXETXF", "Hrs", "USD")).isEmpty());
    }

    @Test
    void software_that_is_not_named_counts_as_none() {
        assertP5(offers(list(
                ATTRIBUTES.replace("\"preInstalledSw\": \"NA\"", "\"preInstalledSw\": \"\""),
                "JRTCKXETXF",
                "Hrs",
                "USD")));
        server.at(VERSION + ".csv", csv("", "OnDemand", "Hrs", "USD"));
        assertP5(Offers.of(source("bulk-csv")));
    }

    @ParameterizedTest
    @CsvSource({"MZU6U2429S, Hrs, USD", "JRTCKXETXF, Quantity, USD", "JRTCKXETXF, Hrs, CNY"})
    void upfront_fees_and_other_units_and_currencies_are_no_prices(String term, String unit, String currency) {
        assertTrue(offers(list(ATTRIBUTES, term, unit, currency)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"Reserved, Hrs, USD", "OnDemand, Quantity, USD", "OnDemand, Hrs, CNY"})
    void rows_of_other_terms_units_and_currencies_are_no_prices(String term, String unit, String currency) {
        server.at(VERSION + ".csv", csv("NA", term, unit, currency));

        assertTrue(Offers.of(source("bulk-csv")).isEmpty());
    }

    @Test
    void the_memory_that_the_list_states_for_gpus_is_not_believed() {
        assertP5(offers(list(
                ATTRIBUTES.replace("\"gpuMemory\": \"NA\"", "\"gpuMemory\": \"22888 MiB\""),
                "JRTCKXETXF",
                "Hrs",
                "USD")));
    }

    @Test
    void gpus_of_a_type_that_is_not_known_are_named_even_in_a_family_without_gpus() {
        server.at(VERSION + ".json", list(ATTRIBUTES.replace("p5.48xlarge", "x9.large"), "JRTCKXETXF", "Hrs", "USD"));

        assertEquals(
                "x9.large: which accelerators it has is not known",
                source("bulk").fetch().report().badRows().getFirst().reason());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []                                            | no products followed by terms
            {"products": {}}                              | no products followed by terms
            {"terms": {"OnDemand": {}}, "products": {}}   | no products followed by terms
            {"products": {}, "terms": {"Reserved": {}}}   | no terms 'OnDemand'
            {"products": [], "terms": {"OnDemand": {}}}   | an object belongs
            """)
    void a_list_of_another_shape_is_an_error(String json, String error) {
        server.at(VERSION + ".json", json);

        assertTrue(Offers.error(source("bulk")).contains(error), Offers.error(source("bulk")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                       | no 'regions'
            {"regions": {}}                                                          | is not in the index
            {"regions": {"us-east-1": {}}}                                           | has no version
            {"regions": {"us-east-1": {"currentVersionUrl": "/a b.json"}}}           | has no address
            {"regions": {"us-east-1": {"currentVersionUrl": "//elsewhere/x.json"}}}  | which is not the provider's
            """)
    void an_index_that_leads_nowhere_is_an_error(String index, String error) {
        server.at(INDEX, index);

        assertTrue(Offers.error(source("bulk")).contains(error), Offers.error(source("bulk")));
    }
}
