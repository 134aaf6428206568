package ai.artenic.optimizer.bootstrap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.bootstrap.LambdaServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogRefreshCommandTest {
    @TempDir
    Path folder;

    private Terminal refresh(LambdaServer server, String more, String... arguments) throws IOException {
        Path config = Files.writeString(
                folder.resolve("optimizer.properties"), """
                store.kind=memory
                pricing.lambda_labs.mirror=%s
                pricing.ecb.mirror=%s
                """.formatted(server.address(), server.address()) + more);
        var all = new ArrayList<>(List.of("catalog", "refresh", "--config", config.toString()));
        all.addAll(List.of(arguments));
        return Terminal.run(all);
    }

    @Test
    void each_source_is_told_of_as_it_comes_and_in_a_table() throws IOException {
        try (var server = new LambdaServer()) {
            Terminal terminal = refresh(server, "pricing.live=lambda_labs,ecb\npricing.lambda_labs.api-key=hush\n");
            assertEquals(0, terminal.exitCode(), terminal.toString());
            assertTrue(terminal.err().contains("lambda_labs: 1 offers"), terminal.err());
            assertTrue(terminal.err().contains("nothing was kept"), terminal.err());
            assertTrue(
                    terminal.out().contains("not believed") && terminal.out().contains("lambda_labs"), terminal.out());
            assertFalse(terminal.toString().contains("hush"));
        }
    }

    @Test
    void a_source_that_cannot_be_read_is_named_and_the_command_fails() throws IOException {
        try (var server = new LambdaServer()) {
            Terminal terminal = refresh(server, "", "--provider", "lambda_labs");
            assertEquals(1, terminal.exitCode(), terminal.toString());
            assertTrue(terminal.err().contains("lambda_labs: pricing.lambda_labs.api-key is not set"), terminal.err());
        }
    }

    @Test
    void without_a_provider_there_is_nothing_to_read() throws IOException {
        try (var server = new LambdaServer()) {
            Terminal none = refresh(server, "");
            assertEquals(2, none.exitCode());
            assertTrue(none.err().contains("pricing.live names no provider"), none.err());
            Terminal unknown = refresh(server, "", "--provider", "nobody");
            assertEquals(2, unknown.exitCode());
            assertTrue(unknown.err().contains("must be one of"), unknown.err());
        }
    }
}
