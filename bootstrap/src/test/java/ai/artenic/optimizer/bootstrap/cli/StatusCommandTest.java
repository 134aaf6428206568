package ai.artenic.optimizer.bootstrap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.bootstrap.Service;
import ai.artenic.optimizer.bootstrap.config.Config;
import ai.artenic.optimizer.bootstrap.config.ConfigKey;
import ai.artenic.optimizer.bootstrap.config.ConfigSources;
import ai.artenic.optimizer.domain.intake.Intake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTest {
    @TempDir
    Path folder;

    @Test
    void a_running_service_shows_its_prices_and_names_what_it_does_not_believe() throws Exception {
        Path prices = Files.writeString(folder.resolve("p.csv"), """
                provider,instance_type,region,gpu_type,gpu_count,price_per_hour
                runpod,free-h100,SE,H100,1,0
                runpod,h100,SE,H100,1,2.5
                """);
        Map<ConfigKey, String> flags = Map.of(
                ConfigKey.STORE_KIND, "memory",
                ConfigKey.SERVER_PORT, "0",
                ConfigKey.PRICING_OFFERS_FILE, prices.toString());
        if (!(ConfigSources.read(Optional.empty(), Map.of(), flags) instanceof Intake.Accepted<Config>(var config))) {
            throw new AssertionError("not accepted: " + flags);
        }
        try (Service service = Service.start(config)) {
            String url = "http://127.0.0.1:" + service.port();
            Terminal shown = Terminal.run("status", "--url", url);
            assertEquals(0, shown.exitCode(), shown.toString());
            assertTrue(shown.out().contains("store memory"), shown.out());
            assertTrue(shown.out().contains("not believed: runpod/free-h100"), shown.out());
            assertTrue(Terminal.run("status", "--url", url, "--json").out().startsWith("{"));
            Terminal elsewhere = Terminal.run("status", "--url", url + "/elsewhere");
            assertEquals(1, elsewhere.exitCode());
            assertTrue(elsewhere.err().contains("answered 404"), elsewhere.err());
        }
    }
}
