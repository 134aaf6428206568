package ai.artenic.optimizer.adapters.pricing.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.spi.SourceSettings;
import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {
    private static Origins origins(String... settings) {
        Map<String, String> values = settings.length == 0 ? Map.of() : Map.of(settings[0], settings[1]);
        return Origins.of(Set.of("prices.example", "localhost"), new SourceSettings("any", Set.of("endpoint"), values));
    }

    private static String refused(Origins origins, String address) {
        return String.valueOf(assertThrows(UnreadableSourceException.class, () -> origins.resolve(URI.create(address)))
                .getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://prices.example@evil.example/",
                "https://evil.example/prices.example",
                "https://prices.example.evil.example/",
                "https://prices.example:444/",
                "https://prices.example:8443@evil.example/",
                "https://prices.example./",
                "https://prices.example%2eevil.example/",
                "http://prices.example/",
                "HTTP://prices.example/",
                "https://me:hush@prices.example/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://127.0.0.1/",
                "https://2130706433/",
                "https://0x7f.1/",
                "https://under_score/",
                "file:///etc/passwd",
                "jar:file:/a.jar!/b",
                "mailto:prices@prices.example",
                "/relative"
            })
    void nothing_is_fetched_but_from_the_providers_own_hosts_over_tls(String address) {
        String error = refused(origins(), address);
        assertTrue(error.startsWith("not fetched from "), error);
        assertFalse(error.contains("hush") || error.contains("null"), error);
    }

    @Test
    void a_host_whose_name_leads_to_an_internal_address_is_refused() {
        assertEquals("localhost leads to an internal address", refused(origins(), "https://localhost/prices"));
    }

    @Test
    void a_host_that_has_no_address_is_named() {
        var origins = Origins.of(Set.of("prices.invalid"), new SourceSettings("any", Set.of(), Map.of()));
        assertEquals("prices.invalid cannot be found", refused(origins, "https://prices.invalid/"));
    }

    @Test
    void a_mirror_answers_for_the_hosts_under_their_names() throws Exception {
        assertEquals(
                URI.create("http://127.0.0.1:8080/all/prices.example/a%20b?x=%26"),
                origins("mirror", "http://127.0.0.1:8080/all/")
                        .resolve(URI.create("https://PRICES.example:443/a%20b?x=%26")));
        assertTrue(refused(origins("mirror", "http://127.0.0.1:8080"), "https://evil.example/")
                .startsWith("not fetched from "));
    }

    @Test
    void an_endpoint_that_the_operator_names_may_be_internal_and_is_that_origin_alone() throws Exception {
        Origins origins = origins("endpoint", "https://10.0.0.1:6443/api");
        assertEquals(
                URI.create("https://10.0.0.1:6443/nodes"), origins.resolve(URI.create("https://10.0.0.1:6443/nodes")));
        assertTrue(refused(origins, "https://10.0.0.1/nodes").startsWith("not fetched from "));
        assertTrue(refused(origins, "http://10.0.0.1:6443/nodes").startsWith("not fetched from "));
        assertTrue(refused(origins, "https://10.0.0.2:6443/nodes").startsWith("not fetched from "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nowhere", "ftp://host/", "https://me:hush@host/", "https://host/?key=hush", "https://[hush"})
    void an_endpoint_that_is_no_plain_address_is_refused_and_not_shown(String endpoint) {
        String error = String.valueOf(assertThrows(IllegalArgumentException.class, () -> origins("endpoint", endpoint))
                .getMessage());
        assertEquals("must be an address such as https://host:port/path", error);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.10",
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.8",
                "198.18.0.1",
                "198.19.255.255",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "::10.0.0.1",
                "64:ff9b::10.0.0.1",
                "2002:7f00:1::"
            })
    void an_internal_address_is_known(String address) throws Exception {
        assertTrue(Addresses.isInternal(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "100.63.0.1",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "198.17.0.1",
                "198.20.0.1",
                "2606:4700::1111",
                "64:ff9b::1.1.1.1",
                "2002:101:101::"
            })
    void an_address_of_the_internet_is_known(String address) throws Exception {
        assertFalse(Addresses.isInternal(InetAddress.getByName(address)));
    }
}
