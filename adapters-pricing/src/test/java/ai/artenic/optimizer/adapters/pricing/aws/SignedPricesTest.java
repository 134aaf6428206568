package ai.artenic.optimizer.adapters.pricing.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.Offers;
import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.adapters.pricing.ProviderServer.Reply;
import ai.artenic.optimizer.adapters.pricing.ProviderServer.Request;
import ai.artenic.optimizer.adapters.pricing.spi.Json;
import ai.artenic.optimizer.application.contract.PriceSourceContract;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.Offer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignedPricesTest implements PriceSourceContract {
    private static final String PRODUCTS = "api.pricing.us-east-1.amazonaws.com/";
    private static final String SPOT = "ec2.us-east-1.amazonaws.com/";
    private static final String P5 = """
            {"product": {"productFamily": "Compute Instance", "sku": "SKU1", "attributes": {
               "instanceType": "p5.48xlarge", "vcpu": "192", "memory": "2048 GiB", "gpu": "8", "tenancy": "Shared",
               "operatingSystem": "Linux", "usagetype": "BoxUsage:p5.48xlarge", "marketoption": "OnDemand"}},
             "serviceCode": "AmazonEC2", "terms": {"OnDemand": {"SKU1.JRTCKXETXF": {"priceDimensions": {
               "SKU1.JRTCKXETXF.A": {"unit": "Hrs", "pricePerUnit": {"USD": "55.04"}}}}}}}""";
    private static final String M5 = P5.replace("p5.48xlarge", "m5.large")
            .replace("\"gpu\": \"8\", ", "")
            .replace("\"192\"", "\"2\"")
            .replace("2048 GiB", "8 GiB")
            .replace("55.04", "0.096");

    private final ProviderServer server = AwsFixtures.server()
            .at(PRODUCTS, SignedPricesTest::products)
            .at(
                    SPOT,
                    request -> Reply.ok(history(
                            request.address().contains("NextToken=more%2F2") ? "" : "more/2",
                            point("p5.48xlarge", "Linux/UNIX", "us-east-1a", "2026-11-01T09:00:00.000Z", "20.5"),
                            point("p5.48xlarge", "Linux/UNIX", "us-east-1a", "2026-11-01T08:00:00.000Z", "11.0"),
                            point("p5.48xlarge", "Linux/UNIX", "us-east-1b", "2026-11-01T07:00:00.000Z", "19.25"),
                            point("p5.48xlarge", "Windows", "us-east-1b", "2026-11-01T09:00:00.000Z", "5.0"),
                            point("p5.48xlarge", "Linux/UNIX", "us-east-1-atl-2a", "2026-11-01T09:00:00.000Z", "4.0"),
                            point("m5.large", "Linux/UNIX", "us-east-1a", "lately", "0.03"))));

    @AfterEach
    void close() {
        server.close();
    }

    private static Reply products(Request request) {
        boolean second =
                "page2".equals(Json.tree(request.body()).path("NextToken").asString(""));
        return Reply.ok(Json.written(
                second
                        ? Map.of("FormatVersion", "aws_v1", "PriceList", List.of(M5))
                        : Map.of(
                                "FormatVersion",
                                "aws_v1",
                                "PriceList",
                                List.of(P5, "{\"product\":"),
                                "NextToken",
                                "page2")));
    }

    private static String history(String next, String... points) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <DescribeSpotPriceHistoryResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">
                  <requestId>0</requestId><spotPriceHistorySet>%s</spotPriceHistorySet><nextToken>%s</nextToken>
                </DescribeSpotPriceHistoryResponse>""".formatted(String.join("", points), next);
    }

    private static String point(String type, String product, String zone, String since, String price) {
        return """
                <item><instanceType>%s</instanceType><productDescription>%s</productDescription>
                <spotPrice>%s</spotPrice><timestamp>%s</timestamp><availabilityZone>%s</availabilityZone></item>
                """.formatted(type, product, price, since, zone);
    }

    private PriceSource source() {
        return server.source(
                new Aws(), "regions", "us-east-1", "access-key-id", "AKEXAMPLE", "secret-access-key", "hush");
    }

    private List<String> problems() {
        return source().fetch().report().badRows().stream()
                .map(row -> row.reason())
                .toList();
    }

    @Override
    public PriceSource readableSource() {
        return source();
    }

    @Override
    public PriceSource brokenSource() {
        server.at(PRODUCTS, "{\"FormatVersion\": \"aws_v1\"}");
        return source();
    }

    @Test
    void items_are_json_within_strings_on_pages_that_follow_a_token() {
        List<Offer> offers = Offers.of(source());

        assertEquals(2, offers.size());
        assertEquals(
                "55.04",
                Offers.find(offers, "p5.48xlarge", "us-east-1")
                        .provenance()
                        .nativePrice()
                        .toPlainString());
        assertEquals(
                8,
                Offers.find(offers, "m5.large", "us-east-1")
                        .machine()
                        .memoryGb()
                        .orElseThrow());
    }

    @Test
    void an_item_that_is_no_json_is_named_and_loses_no_others() {
        assertTrue(
                problems().contains("an entry of us-east-1: names no instance type"),
                problems().toString());
    }

    @Test
    void the_spot_price_is_the_lowest_of_the_zones_each_at_its_newest() {
        Offer p5 = Offers.find(Offers.of(source()), "p5.48xlarge", "us-east-1");

        assertEquals(
                19.25 / 55.04,
                p5.spot().orElseThrow().amount().doubleValue()
                        / p5.onDemand().amount().doubleValue(),
                1e-6);
    }

    @Test
    void zones_are_named_per_account_and_not_shown() {
        assertTrue(
                Offers.of(source()).stream().allMatch(offer -> offer.id().zone().isEmpty()));
    }

    @Test
    void a_spot_price_that_cannot_be_understood_is_named() {
        assertTrue(
                problems().contains("m5.large/us-east-1: its spot price is no number above 0"),
                problems().toString());
        assertTrue(
                Offers.find(Offers.of(source()), "m5.large", "us-east-1").spot().isEmpty());
    }

    @Test
    void every_request_but_that_to_the_public_advisor_is_signed_and_the_secret_is_never_sent() {
        Offers.of(source());

        assertEquals(5, server.requests().size());
        Request advisor = server.requests().getFirst();
        assertTrue(advisor.address().contains("spot-bid-advisor"), advisor.address());
        assertFalse(advisor.headers().containsKey("Authorization"), "it needs no key");
        List<Request> signed = server.requests().subList(1, 5);
        for (Request request : signed) {
            String signature = String.valueOf(request.headers().get("Authorization"));
            assertTrue(signature.startsWith("[AWS4-HMAC-SHA256 Credential=AKEXAMPLE/20261101/us-east-1/"), signature);
            assertFalse((request.address() + request.headers() + request.body()).contains("hush"));
        }
        assertEquals(
                List.of("AWSPriceListService.GetProducts"),
                signed.getFirst().headers().get("X-amz-target"));
    }

    @Test
    void pages_that_lead_back_are_an_error() {
        server.at(PRODUCTS, "{\"PriceList\": [], \"NextToken\": \"again\"}");

        assertTrue(Offers.error(source()).contains("lead in a circle after"));
    }

    @Test
    void a_spot_history_of_another_shape_is_named_and_on_demand_prices_stand() {
        for (String body : List.of("<html/>", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "{}")) {
            server.at(SPOT, body);

            assertEquals(2, Offers.of(source()).size());
            assertTrue(problems().stream().anyMatch(problem -> problem.startsWith("spot prices of us-east-1: ")));
        }
    }

    @Test
    void half_a_key_is_refused_by_name() {
        assertEquals(
                "pricing.aws.secret-access-key is not set",
                Offers.error(server.source(new Aws(), "access-key-id", "AKEXAMPLE")));
        assertEquals("pricing.aws.access-key-id is not set", Offers.error(server.source(new Aws(), "list", "api")));
    }
}
