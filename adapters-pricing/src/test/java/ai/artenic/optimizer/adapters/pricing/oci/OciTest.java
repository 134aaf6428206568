package ai.artenic.optimizer.adapters.pricing.oci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.Offers;
import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.application.contract.PriceSourceContract;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Offer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OciTest implements PriceSourceContract {
    private static final String PRODUCTS = "apexapps.oracle.com/pls/apex/cetools/api/v1/products/";

    private final ProviderServer server = new ProviderServer();
    private final List<String> items = new ArrayList<>(List.of(
            item("B93113", "{\"model\": \"PAY_AS_YOU_GO\", \"value\": 0.02}"),
            item("B93114", "{\"model\": \"PAY_AS_YOU_GO\", \"value\": 0.001}"),
            item("B98415", "{\"model\": \"MONTHLY\", \"value\": 7}, {\"model\": \"PAY_AS_YOU_GO\", \"value\": 9.5}"),
            item("B95909", "{\"model\": \"PAY_AS_YOU_GO\", \"value\": 1.5}"),
            item("B98202", "{\"model\": \"PAY_AS_YOU_GO\", \"value\": 0.03}"),
            item("B98203", "{\"model\": \"PAY_AS_YOU_GO\", \"value\": 0.002}"),
            item("B98204", "{\"model\": \"PAY_AS_YOU_GO\", \"value\": 0.06}"),
            item("B93297", """
                    {"model": "PAY_AS_YOU_GO", "value": 0, "rangeMin": 0, "rangeMax": 3000},
                    {"model": "PAY_AS_YOU_GO", "value": 0.01, "rangeMin": 3000, "rangeMax": 999999999999999}"""),
            item("B93298", """
                    {"model": "PAY_AS_YOU_GO", "value": 0, "rangeMin": 0, "rangeMax": 18000},
                    {"model": "PAY_AS_YOU_GO", "value": 0.0015, "rangeMin": 18000, "rangeMax": 999999999999999}""")));

    private static String item(String part, String prices) {
        return """
                {"partNumber": "%s", "displayName": "Compute", "metricName": "OCPU Per Hour",
                 "serviceCategory": "Compute - Virtual Machine",
                 "currencyCodeLocalizations": [{"currencyCode": "USD", "prices": [%s]}]}""".formatted(part, prices);
    }

    private static String page(List<String> items, String links) {
        return "{\"items\": [" + String.join(",", items) + "], \"links\": [" + links + "]}";
    }

    private static String next(String address) {
        return "{\"rel\": \"self\", \"href\": \"https://" + PRODUCTS + "\"}, {\"rel\": \"next\", \"href\": \"" + address
                + "\"}";
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Override
    public PriceSource readableSource() {
        return server.at(PRODUCTS, page(items, "")).source(new Oci());
    }

    @Override
    public PriceSource brokenSource() {
        return server.at(PRODUCTS, "{\"count\": 0}").source(new Oci());
    }

    private Offer offer(String shape) {
        return Offers.find(Offers.of(readableSource()), shape, "global");
    }

    private String onDemand(String shape) {
        return offer(shape).provenance().nativePrice().stripTrailingZeros().toPlainString();
    }

    @Test
    void a_shape_costs_what_its_parts_cost() {
        assertEquals("0.288", onDemand("VM.Standard.E4.Flex:8ocpu-128gb")); // 8 x 0.02 + 128 x 0.001
    }

    @Test
    void gpus_are_priced_each_and_include_the_machine() {
        assertEquals("76", onDemand("BM.GPU.H100.8"));
        Accelerators gpus = offer("BM.GPU.H100.8").machine().accelerators().orElseThrow();
        assertEquals("H100", gpus.gpu().type());
        assertEquals(8, gpus.count());
        assertEquals(80, gpus.memoryGbEach());
        assertEquals(2048, offer("BM.GPU.H100.8").machine().memoryGb().orElseThrow());
    }

    @Test
    void the_free_allowance_of_a1_is_not_its_price() {
        assertEquals("0.128", onDemand("VM.Standard.A1.Flex:8ocpu-32gb")); // 8 x 0.01 + 32 x 0.0015
    }

    @Test
    void quantities_of_parts_may_be_fractions() {
        assertEquals("11.808", onDemand("BM.DenseIO.E5.128")); // 128 x 0.03 + 1536 x 0.002 + 81.6 x 0.06
    }

    @Test
    void an_ocpu_is_two_vcpus_on_x86_and_one_on_a1() {
        assertEquals(
                16, offer("VM.Standard.E4.Flex:8ocpu-32gb").machine().vcpus().orElseThrow());
        assertEquals(
                8, offer("VM.Standard.A1.Flex:8ocpu-32gb").machine().vcpus().orElseThrow());
    }

    @Test
    void machines_with_an_a10_are_x86_although_the_estimator_calls_them_arm() {
        assertEquals(30, offer("VM.GPU.A10.1").machine().vcpus().orElseThrow()); // of 15 OCPUs
    }

    @Test
    void preemptible_machines_cost_half_and_bare_metal_is_never_preemptible() {
        Offer a10 = offer("VM.GPU.A10.2");

        assertEquals(
                a10.onDemand().amount().doubleValue() / 2,
                a10.spot().orElseThrow().amount().doubleValue(),
                1e-6);
        assertTrue(offer("BM.GPU.A10.4").spot().isEmpty());
    }

    @Test
    void only_the_price_to_pay_as_you_go_counts() {
        items.add(item("B109479", "{\"model\": \"MONTHLY\", \"value\": 3}"));

        assertEquals("76", onDemand("BM.GPU.H100.8"));
        assertTrue(Offers.of(readableSource()).stream()
                .noneMatch(offer -> offer.id().instanceType().equals("BM.GPU.L40S.4")));
    }

    @Test
    void a_part_that_is_not_on_the_list_or_free_is_named_with_what_it_leaves_out() {
        items.set(3, item("B95909", "{\"model\": \"PAY_AS_YOU_GO\", \"value\": 0}"));
        items.remove(0);

        List<String> rejected = Offers.rejected(readableSource());

        assertTrue(
                rejected.contains("B95909: has no price, which leaves out 3 shapes such as VM.GPU.A10.1"),
                rejected.toString());
        assertTrue(
                rejected.contains(
                        "B93113: has no price, which leaves out 19 shapes such as VM.Standard.E4.Flex:1ocpu-4gb"),
                rejected.toString());
        assertEquals("76", onDemand("BM.GPU.H100.8"));
    }

    @Test
    void a_list_in_another_currency_is_not_taken_for_dollars() {
        var euros = items.stream().map(item -> item.replace("USD", "EUR")).toList();
        server.at(PRODUCTS, page(euros, ""));

        assertEquals(List.of(), Offers.of(server.source(new Oci())));
        Offer inEuros = Offers.find(Offers.of(server.source(new Oci(), "currency", "EUR")), "BM.GPU.H100.8", "global");
        assertEquals("EUR", inEuros.provenance().currency());
        assertEquals("76", inEuros.onDemand().amount().toPlainString());
    }

    @Test
    void the_next_page_is_read_where_there_is_one() {
        server.at(PRODUCTS + "?currencyCode=USD", page(items.subList(0, 1), next("?currencyCode=USD&offset=1")));
        server.at(PRODUCTS + "?currencyCode=USD&offset=1", page(items.subList(1, 2), ""));

        Offer offer = Offers.find(Offers.of(server.source(new Oci())), "VM.Standard.E4.Flex:4ocpu-64gb", "global");
        assertEquals(
                "0.144", offer.provenance().nativePrice().stripTrailingZeros().toPlainString());
    }

    @Test
    void pages_that_lead_in_a_circle_or_elsewhere_are_an_error() {
        server.at(PRODUCTS, page(items, next("?currencyCode=USD")));
        assertEquals("the pages of products lead in a circle after 1 pages", Offers.error(server.source(new Oci())));

        server.at(PRODUCTS, page(items, next("https://elsewhere.example/products")));
        assertTrue(Offers.error(server.source(new Oci())).contains("not fetched from https://elsewhere.example"));

        server.at(PRODUCTS, page(items, next("::")));
        assertEquals("the link to the next page is no address", Offers.error(server.source(new Oci())));
    }

    @Test
    void an_answer_without_items_is_an_error() {
        assertEquals("the answer has no list 'items'", Offers.error(brokenSource()));
    }
}
