package ai.artenic.optimizer.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.intake.Violation;
import ai.artenic.optimizer.domain.ranking.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {
    @TempDir
    Path folder;

    private static Config accepted(Intake<Config> read) {
        if (read instanceof Intake.Accepted<Config>(Config config)) {
            return config;
        }
        throw new AssertionError(read.toString());
    }

    private static List<Violation> refused(Intake<Config> read) {
        if (read instanceof Intake.Refused<Config>(List<Violation> violations)) {
            return violations;
        }
        throw new AssertionError(read.toString());
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("optimizer.properties"), text);
    }

    private static Intake<Config> flags(Map<ConfigKey, String> flags) {
        return ConfigSources.read(Optional.empty(), Map.of(), flags);
    }

    @Test
    void without_any_setting_the_documented_defaults_hold() {
        Config config = accepted(ConfigSources.read(
                Optional.empty(), Map.of("XDG_DATA_HOME", "/xdg/data", "XDG_CACHE_HOME", "/xdg/cache"), Map.of()));
        assertEquals(new Config.Server("127.0.0.1", 8080, 1 << 20), config.server());
        assertEquals(Config.Store.Kind.EMBEDDED, config.store().kind());
        assertEquals(Path.of("/xdg/data/artenic-optimizer/data"), config.store().dataDirectory());
        assertEquals(
                Path.of("/xdg/cache/artenic-optimizer/postgresql-18"),
                config.store().binariesDirectory());
        assertEquals(Duration.ofSeconds(3), config.store().checkoutMax());
        assertEquals(Weights.DEFAULT, config.weights());
        assertEquals(new Config.Pricing(Optional.empty(), Optional.empty(), false, Config.Live.NONE), config.pricing());
    }

    @Test
    void the_command_line_beats_the_environment_which_beats_the_file() throws IOException {
        Path file = file("server.port=1111\nstore.connections-max=5\nstore.kind=memory\n");
        Config config = accepted(ConfigSources.read(
                Optional.of(file),
                Map.of("ARTENIC_SERVER__PORT", "2222", "ARTENIC_STORE__CONNECTIONS_MAX", "6"),
                Map.of(ConfigKey.SERVER_PORT, "3333")));
        assertEquals(3333, config.server().port());
        assertEquals(6, config.store().connectionsMax());
        assertEquals(Config.Store.Kind.MEMORY, config.store().kind());
    }

    @Test
    void every_mistake_is_named_at_once_with_key_value_and_place() throws IOException {
        Path file = file("""
                server.prot=80
                server.port=eighty
                store.checkout-max=3s
                server.body-max=1
                pricing.offers-only=maybe
                pricing.offers-file=missing.csv
                """);
        List<Violation> mistakes =
                refused(ConfigSources.read(Optional.of(file), Map.of("ARTENIC_STORE__CONNECTIONS_MAX", "0"), Map.of()));
        String all = mistakes.toString();
        assertEquals(7, mistakes.size(), all);
        for (String words : List.of(
                "server.prot, message=in " + file + " is not a known key; did you mean server.port?",
                "must be 0 to 65535, was 'eighty' (" + file + ")",
                "must be a duration of at least PT0.25S, such as PT3S or PT1M, was '3s'",
                "must be a size with its unit, such as 64MB, was '1'",
                "must be true or false, was 'maybe'",
                "is not a file that can be read, was 'missing.csv'",
                "must be 1 to 1000, was '0' (ARTENIC_STORE__CONNECTIONS_MAX)")) {
            assertTrue(all.contains(words), words + " in " + all);
        }
    }

    @Test
    void the_service_is_not_opened_to_other_machines_without_keys() {
        assertTrue(refused(flags(Map.of(ConfigKey.SERVER_HOST, "0.0.0.0")))
                .toString()
                .contains("no API keys"));
        assertTrue(refused(flags(Map.of(ConfigKey.SERVER_HOST, "no such host!")))
                .toString()
                .contains("not an address"));
        assertEquals(
                "localhost",
                accepted(flags(Map.of(ConfigKey.SERVER_HOST, "localhost")))
                        .server()
                        .host());
    }

    @Test
    void a_database_url_implies_a_server_and_is_never_shown() {
        String url = "postgresql://user:secret@db/optimizer";
        assertEquals(
                Config.Store.Kind.SERVER,
                accepted(flags(Map.of(ConfigKey.STORE_DATABASE_URL, url)))
                        .store()
                        .kind());
        String both = refused(flags(Map.of(ConfigKey.STORE_DATABASE_URL, url, ConfigKey.STORE_KIND, "memory")))
                .toString();
        assertTrue(both.contains("contradicts store.database-url"), both);
        assertFalse(both.contains("secret"), both);
        assertTrue(refused(flags(Map.of(ConfigKey.STORE_KIND, "server")))
                .toString()
                .contains("needs store.database-url"));
        assertTrue(
                refused(flags(Map.of(ConfigKey.STORE_KIND, "disk"))).toString().contains("embedded, server or memory"));
    }

    @Test
    void offers_only_needs_a_file_and_the_file_must_be_one() throws IOException {
        assertTrue(refused(flags(Map.of(ConfigKey.PRICING_OFFERS_ONLY, "true")))
                .toString()
                .contains("needs pricing.offers-file"));
        Path prices = Files.writeString(folder.resolve("p.csv"), "x");
        Config config = accepted(
                flags(Map.of(ConfigKey.PRICING_OFFERS_FILE, prices.toString(), ConfigKey.PRICING_OFFERS_ONLY, "true")));
        assertEquals(
                new Config.Pricing(Optional.empty(), Optional.of(prices), true, Config.Live.NONE), config.pricing());
        assertTrue(refused(flags(Map.of(ConfigKey.PRICING_SNAPSHOT_FILE, folder.toString())))
                .toString()
                .contains("is not a file"));
        assertTrue(refused(flags(Map.of(ConfigKey.STORE_DATA_DIRECTORY, "\0")))
                .toString()
                .contains("is not a path"));
    }

    @Test
    void weights_must_add_up_to_one() {
        assertTrue(refused(flags(Map.of(ConfigKey.WEIGHT_RELIABILITY, "0.5")))
                .toString()
                .contains("must add up to 1"));
        Config config =
                accepted(flags(Map.of(ConfigKey.WEIGHT_RELIABILITY, "0", ConfigKey.WEIGHT_COST_EFFICIENCY, "0.5")));
        assertEquals(new Weights(0.5, 0.3, 0.2, 0), config.weights());
    }

    @Test
    void a_file_that_cannot_be_read_is_one_of_the_mistakes() throws IOException {
        Path missing = folder.resolve("none.properties");
        assertTrue(refused(ConfigSources.read(Optional.of(missing), Map.of(), Map.of()))
                .toString()
                .contains("none"));
        Path broken = file("server.port=\\u00zz");
        assertTrue(refused(ConfigSources.read(Optional.of(broken), Map.of(), Map.of()))
                .toString()
                .contains("cannot be read"));
    }

    @Test
    void a_key_has_one_name_in_files_and_one_in_the_environment() {
        assertEquals("ARTENIC_PRICING__OFFERS_FILE", ConfigKey.PRICING_OFFERS_FILE.variable());
        for (ConfigKey key : ConfigKey.values()) {
            assertFalse(key.meaning().isBlank() || key.form().isBlank(), key.key());
        }
    }
}
