package ai.artenic.optimizer.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.bootstrap.config.Config.Live;
import ai.artenic.optimizer.domain.intake.Intake;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LivePricingTest {
    @TempDir
    Path folder;

    private Intake<Config> read(String file, Map<String, String> environment) throws IOException {
        Path path = Files.writeString(folder.resolve("optimizer.properties"), file);
        return ConfigSources.read(Optional.of(path), environment, Map.of());
    }

    private Live accepted(String file, Map<String, String> environment) throws IOException {
        if (read(file, environment) instanceof Intake.Accepted<Config>(Config config)) {
            return config.pricing().live();
        }
        throw new AssertionError(read(file, environment).toString());
    }

    private String refused(String file) throws IOException {
        if (read(file, Map.of()) instanceof Intake.Refused<Config>(var violations)) {
            return violations.toString();
        }
        throw new AssertionError("accepted: " + file);
    }

    @Test
    void without_a_word_nothing_is_read_over_the_network() throws IOException {
        assertEquals(Live.NONE, accepted("", Map.of()));
    }

    @Test
    void a_source_has_its_own_settings_from_file_and_environment() throws IOException {
        Live live = accepted("""
                pricing.live=lambda_labs, ecb
                pricing.lambda_labs.api-key=from-the-file
                pricing.lambda_labs.refresh=PT2H
                pricing.lambda_labs.discount=0.15
                pricing.lambda_labs.timeout=PT5S
                """, Map.of("ARTENIC_PRICING__LAMBDA_LABS__API_KEY", "from-the-environment"));
        assertEquals(Set.of("lambda_labs", "ecb"), live.keys());
        Live.Source lambda = live.source("lambda_labs");
        assertEquals(Map.of("api-key", "from-the-environment", "timeout", "PT5S"), lambda.settings());
        assertEquals(Optional.of(Duration.ofHours(2)), lambda.refresh());
        assertEquals(new BigDecimal("0.15"), lambda.discount());
        assertEquals(BigDecimal.ZERO, live.source("ecb").discount());
        assertFalse(live.toString().contains("from-the"), live.toString());
    }

    @Test
    void all_means_every_source_on_the_module_path_but_invented_ones() throws IOException {
        assertEquals(
                PriceProviders.realSources(),
                accepted("pricing.live=all", Map.of()).keys());
        assertTrue(PriceProviders.keys().contains("lambda_labs"));
        assertFalse(accepted("pricing.live=all", Map.of()).keys().contains("mock"));
        assertTrue(accepted("pricing.live=all, mock", Map.of()).keys().contains("mock"));
    }

    @Test
    void every_mistake_is_named_and_no_secret_shown() throws IOException {
        String all = refused("""
                pricing.live=lamda_labs
                pricing.lambda.api-key=hush
                pricing.lambda_labs.refresh=1h
                pricing.lambda_labs.discount=15
                pricing.infomaniak.endpoint=user:hush@nowhere
                pricing.infomaniak.mirror=https://user:hush@nowhere
                pricing.lambda_labs.api_key=hush
                pricing.lambda_labs.endpoint=hush
                pricing.aws.acess-key-id=hush
                pricing.ecb.discount=0.1
                pricing.ecb.timeout=0
                """);
        for (String words : new String[] {
            "names 'lamda_labs'",
            "did you mean lambda_labs?",
            "pricing.lambda.api-key, message=in",
            "must be a duration of at least PT1M, such as PT1H, was '1h'",
            "must be a share from 0 to below 1, such as 0.15, was '15'",
            "pricing.infomaniak.endpoint, message=must be an address",
            "pricing.infomaniak.mirror, message=must be an address",
            "pricing.lambda_labs.api_key, message=is no setting of lambda_labs (",
            "; did you mean pricing.lambda_labs.api-key?",
            "pricing.lambda_labs.endpoint, message=is no setting of lambda_labs (",
            "; it has api-key, discount, mirror, refresh, timeout",
            "; did you mean pricing.aws.access-key-id?",
            "must be a duration of at least PT1S, such as PT1M, was '0'",
            "pricing.ecb.discount, message=is no setting of ecb ("
        }) {
            assertTrue(all.contains(words), words + " in " + all);
        }
        assertFalse(all.contains("hush"), all);
    }

    @Test
    void a_misspelt_variable_is_named_as_it_stands_in_the_environment() throws IOException {
        if (read("", Map.of("ARTENIC_PRICING__HETZNER__TOKN", "hush"))
                instanceof Intake.Refused<Config>(var violations)) {
            assertEquals(
                    "[Violation[pointer=pricing.hetzner.tokn, message=is no setting of hetzner"
                            + " (ARTENIC_PRICING__HETZNER__TOKN); did you mean pricing.hetzner.token?]]",
                    violations.toString());
            return;
        }
        throw new AssertionError("accepted");
    }

    @Test
    void every_setting_of_every_source_is_in_the_operations_guide() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "operations.md"));
        for (String source : PriceProviders.keys()) {
            for (String name : PriceProviders.find(source).orElseThrow().settings()) {
                String key = "`pricing." + source + "." + name + "`";
                assertTrue(guide.contains(key), key);
            }
        }
    }

    @Test
    void own_prices_only_and_live_prices_contradict_each_other() throws IOException {
        Path prices = Files.writeString(folder.resolve("own.csv"), "provider");
        assertTrue(refused("pricing.live=ecb\npricing.offers-only=true\npricing.offers-file=" + prices)
                .contains("contradicts pricing.live"));
    }
}
