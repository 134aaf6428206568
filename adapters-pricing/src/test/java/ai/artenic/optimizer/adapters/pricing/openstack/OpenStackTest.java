package ai.artenic.optimizer.adapters.pricing.openstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.Offers;
import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.adapters.pricing.ProviderServer.Reply;
import ai.artenic.optimizer.adapters.pricing.spi.Json;
import ai.artenic.optimizer.application.contract.PriceSourceContract;
import ai.artenic.optimizer.application.port.PriceSource;
import ai.artenic.optimizer.domain.offer.Offer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenStackTest implements PriceSourceContract {
    private static final String FLAVORS = "compute/v2.1/flavors/detail";
    private static final String TOKENS = "identity/v3/auth/tokens";
    private static final String TABLE = """
            {"currency": "EUR", "valid_from": "2026-09-01",
             "flavors": {"small": 0.02, "g1": 1.90},
             "rates": {"vcpu_hour": 0.01, "ram_gib_hour": 0.003,
                       "gpu_hour": {"A100-80GB": 1.60, "A40": 0.80}},
             "gpu_aliases": {"pci_passthrough:alias=big": "A100-80GB", "pci_passthrough:alias=nic": null,
                             "resources:VGPU": {"gpu": "A40", "share": 0.25}}}""";

    private final ProviderServer server = new ProviderServer();

    /// The compute API, which stands on another host.
    private final ProviderServer compute = new ProviderServer();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        server.close();
        compute.close();
    }

    private static String flavor(String name, String specs) {
        return "{\"id\": \"id of %s\", \"name\": \"%s\", \"vcpus\": 4, \"ram\": 8192, \"extra_specs\": {%s}}"
                .formatted(name, name, specs);
    }

    private static String page(String... flavors) {
        return "{\"flavors\": [" + String.join(",", flavors) + "]}";
    }

    private PriceSource source(String table, String... login) {
        try {
            Path file = Files.writeString(folder.resolve("prices.json"), table);
            server.at(TOKENS, request -> new Reply(201, Map.of("X-Subject-Token", "fresh"), "{\"token\": {}}"));
            var settings = new ArrayList<>(List.of(
                    "endpoint", server.address() + "/identity/v3/",
                    "compute-endpoint", compute.address() + "/compute/v2.1",
                    "price-table", file.toString()));
            settings.addAll(
                    login.length > 0 ? List.of(login) : List.of("credential-id", "me", "credential-secret", "x"));
            return server.source(new OpenStack(), settings.toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PriceSource listing(String... flavors) {
        compute.at(FLAVORS, page()).at(FLAVORS + "?limit=500", page(flavors));
        return source(TABLE);
    }

    private static String price(Offer offer) {
        return offer.onDemand().amount().toPlainString();
    }

    @Override
    public PriceSource readableSource() {
        return listing(flavor("small", ""), flavor("medium", ""));
    }

    @Override
    public PriceSource brokenSource() {
        compute.at(FLAVORS, "{\"unauthorized\": {}}");
        return source(TABLE);
    }

    @Test
    void a_flavor_costs_what_the_table_says_of_its_name_else_its_cores_and_memory() {
        List<Offer> offers = Offers.of(readableSource());

        Offer named = Offers.find(offers, "small", "RegionOne");
        assertEquals("0.02", price(named));
        assertEquals(4, named.machine().vcpus().orElseThrow());
        assertEquals(8, named.machine().memoryGb().orElseThrow());
        assertEquals(Instant.parse("2026-09-01T00:00:00Z"), named.provenance().observedAt());
        assertEquals("0.064", price(Offers.find(offers, "medium", "RegionOne")), "4 x 0.01 + 8 x 0.003");
        assertEquals(2, offers.size());
    }

    @Test
    void accelerators_stand_in_the_extra_specs_only_and_their_rate_is_all_in() {
        List<Offer> offers = Offers.of(listing(
                flavor("two", "\"pci_passthrough:alias\": \"big:2\""),
                flavor("spelt", "\"hw:cpu_policy\": \"dedicated\", \"pci_passthrough:alias\": \"a40:1, nic:1\"")));

        Offer two = Offers.find(offers, "two", "RegionOne");
        assertEquals("3.2", price(two));
        var gpus = two.machine().accelerators().orElseThrow();
        assertEquals("A100-80GB", gpus.gpu().type());
        assertEquals(2, gpus.count());
        assertEquals(80, gpus.memoryGbEach());
        assertEquals("0.8", price(Offers.find(offers, "spelt", "RegionOne")));
    }

    @Test
    void the_cloud_is_asked_for_the_version_that_shows_extra_specs() {
        Offers.of(readableSource());

        assertEquals(
                List.of("compute 2.61"), compute.requests().getFirst().headers().get("Openstack-api-version"));
    }

    @Test
    void a_flavor_whose_extra_specs_are_hidden_is_not_taken_for_one_without_accelerators() {
        PriceSource source = listing("{\"id\": \"1\", \"name\": \"dark\", \"vcpus\": 4, \"ram\": 8192}");

        assertEquals(List.of(), Offers.of(source));
        assertEquals(List.of("dark: the cloud does not show whether it has accelerators"), Offers.rejected(source));
    }

    @Test
    void a_virtual_gpu_is_the_share_that_the_operator_says() {
        Offer offer =
                Offers.of(listing(flavor("v", "\"resources:VGPU\": \"1\""))).getFirst();

        var gpu = offer.machine().accelerators().orElseThrow();
        assertEquals("A40", gpu.gpu().type());
        assertEquals(0.25, gpu.count());
        assertEquals(12, gpu.memoryGbEach());
        assertEquals("0.2", price(offer));
    }

    @Test
    void a_device_that_nobody_knows_is_named_and_not_priced_as_a_machine_without() {
        PriceSource source = listing(
                flavor("odd", "\"pci_passthrough:alias\": \"thing:1\""),
                flavor("mixed", "\"pci_passthrough:alias\": \"big:1,a40:1\""),
                flavor("small", ""));

        assertEquals(1, Offers.of(source).size());
        assertEquals(
                List.of(
                        "odd: what 'pci_passthrough:alias=thing' is stands in no gpu_aliases",
                        "mixed: it has accelerators of two kinds"),
                Offers.rejected(source).stream()
                        .map(text -> text.replaceAll("; its price.*", ""))
                        .toList());
    }

    @Test
    void an_accelerator_without_a_rate_has_no_price() {
        PriceSource source = listing(flavor("l40s", "\"pci_passthrough:alias\": \"l40s:1\""));

        assertEquals(List.of("l40s: its price is not known"), Offers.rejected(source));
    }

    @Test
    void a_disabled_flavor_is_not_available() {
        Offer offer = Offers.of(listing("{\"id\": \"1\", \"name\": \"small\", \"extra_specs\": {}, "
                        + "\"OS-FLV-DISABLED:disabled\": true}"))
                .getFirst();

        assertFalse(offer.available());
        assertTrue(offer.machine().vcpus().isEmpty());
    }

    @Test
    void all_pages_are_read_from_the_last_flavor_on_and_a_circle_is_an_error() {
        String next = FLAVORS + "?limit=500&marker=id+of+";
        compute.at(FLAVORS + "?limit=500", page(flavor("small", "")))
                .at(next + "small", page(flavor("medium", "")))
                .at(next + "medium", page());
        assertEquals(2, Offers.of(source(TABLE)).size());

        compute.at(next + "medium", page(flavor("small", "")));
        assertEquals("the pages of flavors lead in a circle after 3 pages", Offers.error(source(TABLE)));
    }

    @Test
    void an_application_credential_logs_in_and_its_token_is_sent_to_the_compute_host() {
        Offers.of(readableSource());

        var login = Json.tree(server.requests().getFirst().body()).path("auth").path("identity");
        assertEquals("application_credential", login.path("methods").path(0).asString());
        assertEquals("me", login.path("application_credential").path("id").asString());
        assertEquals(List.of("fresh"), compute.requests().getFirst().headers().get("X-auth-token"));
    }

    @Test
    void a_user_logs_in_with_a_password_in_a_project() {
        readableSource();
        Offers.of(source(TABLE, "user", "ada", "password", "hush", "project", "lab", "domain", "uni"));

        var auth = Json.tree(server.requests().getFirst().body()).path("auth");
        var user = auth.path("identity").path("password").path("user");
        assertEquals("ada", user.path("name").asString());
        assertEquals("uni", user.path("domain").path("name").asString());
        assertEquals("lab", auth.path("scope").path("project").path("name").asString());
    }

    @Test
    void a_login_that_is_refused_is_said_without_the_secret() {
        PriceSource source = source(TABLE, "credential-id", "me", "credential-secret", "hush");
        server.at(TOKENS, request -> new Reply(401, Map.of(), ""));
        assertEquals("127.0.0.1/identity/v3/auth/tokens answered 401", Offers.error(source));

        server.at(TOKENS, request -> new Reply(201, Map.of(), "{}"));
        assertEquals("127.0.0.1/identity/v3/auth/tokens answered without X-Subject-Token", Offers.error(source));
    }

    @Test
    void nobody_is_asked_before_there_is_a_price_table() {
        PriceSource source = server.source(
                new OpenStack(),
                "endpoint",
                server.address() + "/identity/v3",
                "compute-endpoint",
                "http://127.0.0.1:1/v2.1",
                "price-table",
                folder.resolve("none.json").toString());

        assertTrue(Offers.error(source).startsWith("the price table cannot be read"), Offers.error(source));
        assertEquals("pricing.openstack.price-table is not set", Offers.error(server.source(new OpenStack())));
        assertEquals(List.of(), server.requests());
    }

    @Test
    void everything_that_is_wrong_with_the_table_is_said_at_once() {
        assertEquals(
                "the price table is wrong: 'rate' is not known; 'rates.cpu_hour' is not known; "
                        + "valid_from is no date such as 2026-08-01; flavors.a is no price; "
                        + "gpu_aliases.x is neither the name of a GPU nor null; "
                        + "gpu_aliases.y needs 'gpu', and 'share' of at most 1",
                Offers.error(source("""
                        {"_note": "ours", "rate": {}, "valid_from": "soon", "flavors": {"a": "free"},
                         "rates": {"cpu_hour": 1}, "gpu_aliases": {"x": 7, "y": {"share": 4}}}""")));
        assertTrue(Offers.error(source("currency,EUR")).startsWith("the price table is not JSON"));
        assertEquals(
                "the price table is valid from 2027-01-01T00:00:00Z only",
                Offers.error(source("{\"valid_from\": \"2027-01-01\"}")));
    }
}
