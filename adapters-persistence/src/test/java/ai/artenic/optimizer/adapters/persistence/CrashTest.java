package ai.artenic.optimizer.adapters.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.contract.Bases;
import ai.artenic.optimizer.application.contract.Recommendations;
import ai.artenic.optimizer.application.port.RecommendationLog;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Processes that die without warning, and second ones that come too early.
class CrashTest {
    @TempDir
    private Path folder;

    @Test
    void a_second_process_is_refused_and_the_first_unharmed() throws Exception {
        Storage storage = Workbench.storage();
        assertThrows(
                StorageOpeningException.class,
                () -> Storage.open(Workbench.embedded(Workbench.sharedData())),
                "a second time in the same process, which must not loosen the lock");
        try (OtherProcess second = OtherProcess.on(Workbench.sharedData(), Workbench.BINARIES)) {
            String answer = second.says();
            assertTrue(answer.startsWith("refused the data directory"), answer);
            long here = ProcessHandle.current().pid();
            assertTrue(answer.contains("is in use by process " + here), answer);
            assertEquals(Optional.empty(), storage.health().fault());
        }
    }

    @Test
    void a_server_whose_service_was_killed_is_taken_over_with_all_that_was_acknowledged() throws Exception {
        Path data = Workbench.used(folder.resolve("data"));
        long acknowledged = -1;
        try (OtherProcess service = OtherProcess.on(data, Workbench.BINARIES)) {
            assertEquals("open", service.says());
            while (acknowledged < 20) {
                acknowledged = Long.parseLong(service.says());
            }
            service.kill();
        }
        long orphan = Workbench.pid(data);
        assertTrue(ProcessHandle.of(orphan).isPresent(), "the server outlived its service");
        try (Storage storage = Storage.open(Workbench.embedded(data))) {
            assertNotEquals(Optional.of(orphan), storage.embeddedServerPid());
            for (long seed = 0; seed <= acknowledged; seed++) {
                assertEquals(
                        Optional.of(Recommendations.seeded(seed)),
                        storage.recommendationLog()
                                .find(Recommendations.seeded(seed).id()));
            }
        }
    }

    @Test
    void a_killed_server_is_started_again_by_itself_and_nothing_acknowledged_is_lost() throws Exception {
        try (Storage storage = Storage.open(Workbench.embedded(Workbench.used(folder.resolve("data"))))) {
            RecommendationLog log = storage.recommendationLog();
            long next = 0;
            for (int round = 0; round < 2; round++) {
                for (int i = 0; i < 10; i++) {
                    log.keep(Recommendations.seeded(next++), Bases.PLAIN);
                }
                long killed = storage.embeddedServerPid().orElseThrow();
                ProcessHandle.of(killed).orElseThrow().destroyForcibly();
                for (long seed = 0; seed < next; seed++) {
                    assertEquals(Recommendations.seeded(seed), findOnceBack(log, seed), "round " + round);
                }
                assertNotEquals(killed, storage.embeddedServerPid().orElseThrow());
                assertEquals(Optional.empty(), storage.health().fault());
            }
        }
    }

    private static Recommendation findOnceBack(RecommendationLog log, long seed) {
        while (true) {
            try {
                return log.find(Recommendations.seeded(seed).id()).orElseThrow();
            } catch (StoreUnavailableException _) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void services_that_start_at_once_unpack_the_programs_once() throws Exception {
        Path binaries = folder.resolve("programs");
        var services = new ArrayList<OtherProcess>();
        try {
            for (String name : List.of("first", "second")) {
                services.add(OtherProcess.on(folder.resolve(name), binaries));
            }
            for (OtherProcess service : services) {
                assertEquals("open", service.says());
            }
            try (var entries = Files.list(binaries)) {
                assertEquals(1, entries.filter(Files::isDirectory).count());
            }
        } finally {
            for (OtherProcess service : services) {
                service.kill();
            }
            for (String name : List.of("first", "second")) {
                ProcessHandle orphan =
                        ProcessHandle.of(Workbench.pid(folder.resolve(name))).orElseThrow();
                orphan.destroy();
                orphan.onExit().join();
            }
        }
    }
}
