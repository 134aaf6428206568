package ai.artenic.optimizer.ml.lightgbm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {
    private static final int JVMS = 6;

    @TempDir
    Path directory;

    @Test
    void a_loaded_library_trains_a_ranker() throws Exception {
        assertInstanceOf(NativeLibrary.Loaded.class, NativeLibrary.load());
        assertTrue(TrainOnce.trainedPrefersTheBetter());
    }

    @Test
    void the_answer_is_given_once_per_jvm() {
        assertSame(NativeLibrary.load(), NativeLibrary.load());
    }

    @Test
    void jvms_that_start_at_once_and_share_the_temp_directory_neither_crash_nor_leave_a_file() throws Exception {
        Path shared = Files.createDirectory(directory.resolve("tmp"));
        var started = new ArrayList<Child>();
        for (int number = 0; number < JVMS; number++) {
            started.add(start(number, "-Djava.io.tmpdir=" + shared));
        }
        for (Child child : started) {
            assertEquals(0, child.process().waitFor(), () -> "exit code of " + child);
            String printed = Files.readString(child.output());
            assertTrue(printed.contains("Loaded[version=4."), printed);
            assertTrue(printed.contains("trained: true"), printed);
        }
        try (Stream<Path> left = Files.list(shared)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void an_unknown_operating_system_is_an_answer_not_a_crash() throws Exception {
        Child child = start(0, "-Dos.name=Plan9");

        assertEquals(0, child.process().waitFor());
        String printed = Files.readString(child.output());
        assertTrue(printed.contains("Unavailable[reason=LightGBM's native library did not load on Plan9"), printed);
    }

    @Test
    void an_unknown_processor_is_an_answer_not_a_crash() throws Exception {
        Child child = start(0, "-Dos.arch=pdp11");

        assertEquals(0, child.process().waitFor());
        String printed = Files.readString(child.output());
        assertTrue(printed.contains("did not load on Linux pdp11"), printed);
    }

    private record Child(Process process, Path output) {}

    private Child start(int number, String option) throws IOException {
        String classPath = String.join(
                File.pathSeparator,
                Path.of("target", "test-classes").toString(),
                System.getProperty("jdk.module.path", ""),
                System.getProperty("java.class.path"));
        Path output = directory.resolve("jvm-" + number + ".txt");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "--enable-native-access=ALL-UNNAMED",
                        option,
                        "-cp",
                        classPath,
                        TrainOnce.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new Child(process, output);
    }
}
