package ai.artenic.optimizer.bootstrap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.bootstrap.Service;
import ai.artenic.optimizer.bootstrap.config.Config;
import ai.artenic.optimizer.bootstrap.config.ConfigKey;
import ai.artenic.optimizer.bootstrap.config.ConfigSources;
import ai.artenic.optimizer.domain.intake.Intake;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetrainCommandTest {
    @Test
    void a_service_that_refuses_is_quoted_and_one_that_is_not_there_is_named() throws Exception {
        Map<ConfigKey, String> flags = Map.of(ConfigKey.STORE_KIND, "memory", ConfigKey.SERVER_PORT, "0");
        if (!(ConfigSources.read(Optional.empty(), Map.of(), flags) instanceof Intake.Accepted<Config>(var config))) {
            throw new AssertionError("not accepted: " + flags);
        }
        String url;
        try (Service service = Service.start(config)) {
            url = "http://127.0.0.1:" + service.port();
            Terminal refused = Terminal.run("retrain", "--force", "--url", url);
            assertEquals(1, refused.exitCode(), refused.toString());
            assertTrue(refused.err().contains("answered 409: A model needs 50 samples, there are 0."), refused.err());
            Terminal json = Terminal.run("retrain", "--json", "--url", url);
            assertEquals(1, json.exitCode());
            assertTrue(json.out().contains("urn:artenic:problem:too-few-samples"), json.out());
        }
        assertEquals(1, Terminal.run("retrain", "--url", url).exitCode());
        assertEquals(2, Terminal.run("retrain", "--url", "no url").exitCode());
    }
}
