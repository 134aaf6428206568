package ai.artenic.optimizer.adapters.pricing.kubernetes;

import static ai.artenic.optimizer.adapters.pricing.kubernetes.Cluster.node;
import static ai.artenic.optimizer.adapters.pricing.kubernetes.Cluster.page;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.Bundled;
import ai.artenic.optimizer.adapters.pricing.Offers;
import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.adapters.pricing.kubernetes.Cluster.NodeText;
import ai.artenic.optimizer.application.contract.PriceSourceContract;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KubernetesTest implements PriceSourceContract {
    private static final String NODES = "cluster/api/v1/nodes";
    private static final String FIRST = NODES + "?limit=500";
    private static final String GPU = "nvidia.com/gpu";

    private final ProviderServer server = new ProviderServer();

    @AfterEach
    void close() {
        server.close();
    }

    private PriceSource source(String... settings) {
        var all = new ArrayList<>(List.of("endpoint", server.address() + "/cluster/", "token", "secret"));
        all.addAll(List.of(settings));
        return server.source(new Kubernetes(), all.toArray(String[]::new));
    }

    private PriceSource rated(NodeText... nodes) {
        server.at(NODES, page("", nodes));
        return source("cpu-rate", "0.03", "ram-rate", "0.005", "gpu-rate", "A100-40GB=2.00, T4=0.40");
    }

    private static String price(Offer offer) {
        return offer.onDemand().amount().toPlainString();
    }

    @Override
    public PriceSource readableSource() {
        return rated(node("a").type("dgx", "hall-1").gpus(GPU, "2", "A100-SXM4-40GB", "39538"), node("b"));
    }

    @Override
    public PriceSource brokenSource() {
        server.at(NODES, "{\"kind\": \"Status\", \"status\": \"Failure\"}");
        return source();
    }

    @Test
    void cores_in_thousandths_and_memory_in_kibibytes_are_read() {
        Offer offer = Offers.of(rated(
                        node("a").type("metal", "hall-1").has("cpu", "95500m").has("memory", "1582398188Ki")))
                .getFirst();

        assertEquals("kubernetes/metal/hall-1", offer.id().toString());
        assertEquals(95.5, offer.machine().vcpus().orElseThrow());
        assertEquals(1509.09, offer.machine().memoryGb().orElseThrow(), 0.01);
        assertTrue(offer.machine().accelerators().isEmpty());
    }

    @Test
    void a_node_without_accelerators_costs_its_cores_and_its_memory() {
        Offer offer = Offers.of(rated(node("a").type("metal", "hall-1"))).getFirst();

        assertEquals("0.4", price(offer), "8 x 0.03 + 32 x 0.005");
        assertEquals("EUR", offer.provenance().currency());
        assertEquals(ProviderServer.NOW, offer.provenance().observedAt());
    }

    @Test
    void the_rate_of_an_accelerator_includes_cores_and_memory() {
        Offer offer = Offers.find(Offers.of(readableSource()), "dgx", "hall-1");

        assertEquals("4", price(offer));
        var gpus = offer.machine().accelerators().orElseThrow();
        assertEquals("A100-40GB", gpus.gpu().type());
        assertEquals(2, gpus.count());
        assertEquals(40, gpus.memoryGbEach(), "a driver reports a little less than the datasheet");
    }

    @Test
    void accelerators_without_a_rate_do_not_come_free_with_their_cores() {
        PriceSource source = rated(node("a").type("big", "hall-1").gpus(GPU, "8", "NVIDIA-H100-80GB-HBM3", "81559"));

        assertEquals(List.of(), Offers.of(source));
        assertEquals(List.of("big: there is no rate for it, and no known price of a cloud"), Offers.rejected(source));
    }

    @Test
    void a_rate_without_a_name_is_that_of_every_accelerator() {
        server.at(NODES, page("", node("a").type("big", "hall-1").gpus(GPU, "8", "NVIDIA-H100-80GB-HBM3", "81559")));

        Offer offer = Offers.of(source("gpu-rate", "1.5", "currency", "USD")).getFirst();

        assertEquals("USD", offer.provenance().currency());
        assertEquals(0, offer.provenance().nativePrice().compareTo(new BigDecimal("12")));
    }

    @Test
    void a_partition_is_a_share_of_one_accelerator_and_of_the_node() {
        Offer offer = Offers.of(rated(node("a")
                        .type("dgx", "hall-1")
                        .has("cpu", "28")
                        .gpus(GPU, "14", "A100-SXM4-40GB-MIG-1g.5gb", "4864")))
                .getFirst();

        assertEquals("dgx-MIG-1g.5gb", offer.id().instanceType());
        var gpu = offer.machine().accelerators().orElseThrow();
        assertEquals("A100-40GB", gpu.gpu().type());
        assertEquals(1.0 / 7, gpu.count(), 1e-9);
        assertEquals(4.75, gpu.memoryGbEach());
        assertEquals(2, offer.machine().vcpus().orElseThrow(), 1e-9);
        assertEquals("0.285714", price(offer), "2.00 / 7");
    }

    @Test
    void partitions_of_a_large_variant_are_not_taken_for_those_of_a_small_one() {
        Offer offer = Offers.of(rated(
                        node("a").type("dgx", "r").gpus(GPU, "7", "A100-SXM4-40GB-MIG-1g.5gb", "4864"),
                        node("b").type("hgx", "r").gpus(GPU, "7", "A100-SXM4-80GB-MIG-1g.10gb", "9728")))
                .getFirst();
        assertEquals("dgx-MIG-1g.5gb", offer.id().instanceType());

        server.at(NODES, page("", node("b").type("hgx", "r").gpus(GPU, "7", "A100-SXM4-80GB-MIG-1g.10gb", "9728")));
        Offer large = Offers.of(source("gpu-rate", "1")).getFirst();
        assertEquals(
                "A100-80GB", large.machine().accelerators().orElseThrow().gpu().type());
        assertEquals(9.5, large.machine().accelerators().orElseThrow().memoryGbEach());
    }

    @Test
    void a_node_cut_into_different_partitions_offers_each_and_its_whole_accelerators() {
        List<Offer> offers = Offers.of(rated(node("a")
                .type("dgx", "hall-1")
                .has("cpu", "70")
                .gpus(GPU, "5", "A100-SXM4-40GB", "39538")
                .gpus("nvidia.com/mig-1g.5gb", "7", "A100-SXM4-40GB-MIG-1g.5gb", "4864")
                .gpus("nvidia.com/mig-3g.20gb", "2", "A100-SXM4-40GB-MIG-3g.20gb", "19968")));

        assertEquals(3, offers.size());
        Offer whole = Offers.find(offers, "dgx", "hall-1");
        assertEquals(5, whole.machine().accelerators().orElseThrow().count());
        assertEquals("10", price(whole));
        Offer third = Offers.find(offers, "dgx-MIG-3g.20gb", "hall-1");
        assertEquals(3.0 / 7, third.machine().accelerators().orElseThrow().count(), 1e-9);
        assertEquals(19.5, third.machine().accelerators().orElseThrow().memoryGbEach());
    }

    @Test
    void an_accelerator_shared_by_time_is_a_share_and_not_several() {
        Offer offer = Offers.of(rated(node("a")
                        .type("small", "hall-1")
                        .gpus(GPU, "8", "Tesla-T4-SHARED", "15360")
                        .label(GPU + ".count", "2")
                        .label(GPU + ".replicas", "4")))
                .getFirst();

        assertEquals("small-SHARED", offer.id().instanceType());
        assertEquals(0.25, offer.machine().accelerators().orElseThrow().count());
        assertEquals(3.75, offer.machine().accelerators().orElseThrow().memoryGbEach());
        assertEquals(1, offer.machine().vcpus().orElseThrow());
        assertEquals("0.1", price(offer));
    }

    @Test
    void shares_are_counted_where_the_label_of_replicas_is_missing_and_named_where_they_cannot_be() {
        Offer offer = Offers.of(rated(node("a")
                        .type("small", "hall-1")
                        .gpus("nvidia.com/gpu", "0", "Tesla-T4", "15360")
                        .has("nvidia.com/gpu.shared", "8")
                        .label(GPU + ".count", "2")))
                .getFirst();
        assertEquals("small-SHARED", offer.id().instanceType());
        assertEquals(0.25, offer.machine().accelerators().orElseThrow().count());

        assertEquals(
                List.of("b: by how many its nvidia.com/gpu is shared is not stated"),
                Offers.rejected(rated(node("b").gpus(GPU, "8", "Tesla-T4-SHARED", "15360"))));
    }

    @Test
    void accelerators_of_amd_are_read_from_its_own_labels() {
        server.at(
                NODES,
                page(
                        "",
                        node("a")
                                .type("mi", "hall-1")
                                .has("amd.com/gpu", "8")
                                .label("amd.com/gpu.product-name", "AMD_Instinct_MI300X_OAM")
                                .label("amd.com/gpu.vram", "192G")));

        var gpus = Offers.of(source("gpu-rate", "2"))
                .getFirst()
                .machine()
                .accelerators()
                .orElseThrow();
        assertEquals("MI300X", gpus.gpu().type());
        assertEquals(8, gpus.count());
        assertEquals(192, gpus.memoryGbEach());
    }

    @Test
    void accelerators_of_no_stated_kind_are_named() {
        assertEquals(
                List.of("8cpu-32gb-2xgpu: the kind of its accelerators is not stated"),
                Offers.rejected(rated(node("a").has(GPU, "2"))));
    }

    @Test
    void accelerators_of_which_none_can_be_allocated_do_not_make_a_cheap_machine_without() {
        assertEquals(
                List.of("a: none of its accelerators can be allocated"),
                Offers.rejected(rated(node("a").type("dgx", "hall-1").has(GPU, "0"))));
    }

    @Test
    void without_rates_a_node_costs_what_its_cloud_asks_and_the_price_is_as_old_as_it_is() {
        server.bundling(List.of(
                        Bundled.offer("aws", "g4dn.xlarge", "eu-west-1", Bundled.machine(4, 16, Bundled.gpus("T4", 1))),
                        Bundled.offer("gcp", "g4dn.xlarge", "eu-west-1", Bundled.machine(4, 16))))
                .at(
                        NODES,
                        page(
                                "",
                                node("a")
                                        .type("g4dn.xlarge", "eu-west-1")
                                        .has(GPU, "1")
                                        .spec("\"providerID\": \"aws:///eu-west-1a/i-0123\"")));

        Offer offer = Offers.of(source()).getFirst();

        assertEquals("kubernetes/g4dn.xlarge/eu-west-1", offer.id().toString());
        assertEquals("1.25", price(offer));
        assertEquals(Bundled.DATED, offer.provenance().observedAt());
        assertEquals(Provenance.Source.SNAPSHOT, offer.provenance().source());
        assertEquals("aws: price page", offer.provenance().origin());
        assertEquals("T4", offer.machine().accelerators().orElseThrow().gpu().type());
        assertEquals(8, offer.machine().vcpus().orElseThrow(), "what can be allocated, not what the cloud sells");
    }

    @Test
    void the_operator_may_name_the_cloud_and_a_type_that_the_region_does_not_list_has_no_price() {
        server.bundling(List.of(
                        Bundled.offer("gcp", "n2-standard-8", "us-east1", Bundled.machine(8, 32)),
                        Bundled.offer("gcp", "n2-standard-8", "us-west1", Bundled.machine(8, 32), "1.5")))
                .at(
                        NODES,
                        page(
                                "",
                                node("a").type("n2-standard-8", "europe-west1"),
                                node("b").type("n2-standard-8", "us-west1")));

        List<Offer> offers = Offers.of(source("cloud", "gcp"));

        assertEquals(1, offers.size());
        assertEquals("1.5", price(Offers.find(offers, "n2-standard-8", "us-west1")));
        assertEquals(List.of(), Offers.of(source()));
    }

    @Test
    void a_type_that_costs_the_same_everywhere_needs_no_region() {
        server.bundling(List.of(Bundled.offer("hetzner", "cx42", "eu", Bundled.machine(8, 16))))
                .at(NODES, page("", node("a").type("cx42", "fsn1").spec("\"providerID\": \"hcloud://42\"")));

        assertEquals("1.25", price(Offers.of(source()).getFirst()));
    }

    @Test
    void only_nodes_that_a_cloud_may_take_back_have_a_spot_price() {
        Offer listed = Bundled.offer("aws", "m5.2xlarge", "eu-west-1", Bundled.machine(8, 32));
        var spot = Optional.of(EurPerHour.of("0.5"));
        server.bundling(
                List.of(new Offer(listed.id(), listed.machine(), listed.onDemand(), spot, true, listed.provenance())));
        NodeText plain = node("a").type("m5.2xlarge", "eu-west-1");

        server.at(NODES, page("", plain));
        assertTrue(Offers.of(source("cloud", "aws")).getFirst().spot().isEmpty());
        server.at(NODES, page("", plain.label("karpenter.sh/capacity-type", "spot")));
        assertEquals(spot, Offers.of(source("cloud", "aws")).getFirst().spot());
    }

    @Test
    void alike_nodes_are_one_offer_of_what_each_of_them_has() {
        List<Offer> offers = Offers.of(rated(
                node("a").type("metal", "hall-1").has("memory", "31Gi").notReady(),
                node("b").type("metal", "hall-1").has("memory", "32Gi")));

        assertEquals(1, offers.size());
        assertEquals(31, offers.getFirst().machine().memoryGb().orElseThrow());
        assertTrue(offers.getFirst().available());
    }

    @Test
    void a_node_that_lost_an_accelerator_is_named_and_its_siblings_stay() {
        PriceSource source = rated(
                node("a").type("dgx", "hall-1").gpus(GPU, "7", "A100-SXM4-40GB", "39538"),
                node("b").type("dgx", "hall-1").gpus(GPU, "8", "A100-SXM4-40GB", "39538"),
                node("c").type("dgx", "hall-1").gpus(GPU, "8", "A100-SXM4-40GB", "39538"));

        assertEquals("16", price(Offers.of(source).getFirst()));
        assertEquals(List.of("dgx: has other accelerators on a than on b"), Offers.rejected(source));
    }

    @Test
    void nodes_that_are_cordoned_or_not_ready_are_not_available() {
        assertFalse(Offers.of(rated(node("a").spec("\"unschedulable\": true")))
                .getFirst()
                .available());
        assertFalse(Offers.of(rated(node("a").notReady())).getFirst().available());
    }

    @Test
    void nodes_that_run_the_cluster_are_passed_over() {
        PriceSource source = rated(
                node("a")
                        .spec(
                                "\"taints\": [{\"key\": \"node-role.kubernetes.io/control-plane\", \"effect\": \"NoSchedule\"}]"));

        assertEquals(List.of(), Offers.of(source));
        assertEquals(List.of(), Offers.rejected(source));
    }

    @Test
    void a_machine_without_a_type_is_named_by_its_shape() {
        List<Offer> offers = Offers.of(
                rated(node("a").type("k3s", "cluster"), node("b").gpus(GPU, "2", "Tesla-T4", "15360"), node("c")));

        assertEquals(2, offers.size());
        assertEquals("0.4", price(Offers.find(offers, "8cpu-32gb", "cluster")));
        assertEquals("0.8", price(Offers.find(offers, "8cpu-32gb-2xTesla-T4", "cluster")));
    }

    @Test
    void a_node_that_states_no_memory_is_named_and_harms_no_other() {
        PriceSource source = rated(node("a").has("memory", "much"), node("b"));

        assertEquals(1, Offers.of(source).size());
        assertEquals(List.of("a: its cores or its memory are not stated"), Offers.rejected(source));
    }

    @Test
    void all_pages_are_read_with_the_token_and_a_circle_is_an_error() {
        server.at(FIRST, page("x/1", node("a").type("one", "r")));
        server.at(FIRST + "&continue=x%2F1", page("", node("b").type("two", "r")));
        assertEquals(2, Offers.of(source("cpu-rate", "1", "ram-rate", "1")).size());
        assertEquals(
                List.of("Bearer secret"), server.requests().getFirst().headers().get("Authorization"));

        server.at(FIRST + "&continue=x%2F1", page("x/1", node("b")));
        assertEquals("the pages of nodes lead in a circle after 2 pages", Offers.error(source()));
    }

    @Test
    void what_is_missing_or_wrong_is_named() {
        assertEquals("the answer has no list 'items'", Offers.error(brokenSource()));
        assertEquals("pricing.kubernetes.endpoint is not set", Offers.error(server.source(new Kubernetes())));
        assertEquals(
                "pricing.kubernetes.token is not set",
                Offers.error(server.source(new Kubernetes(), "endpoint", server.address())));
        assertEquals(
                "pricing.kubernetes.cpu-rate is no number from 0 on, such as 0.25; "
                        + "gpu-rate must be a number, or a list such as A100-80GB=1.60, *=0.95",
                Offers.error(source("cpu-rate", "cheap", "gpu-rate", "A100=")));
    }
}
