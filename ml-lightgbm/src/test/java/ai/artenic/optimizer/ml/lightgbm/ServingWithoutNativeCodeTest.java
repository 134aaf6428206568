package ai.artenic.optimizer.ml.lightgbm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.artenic.optimizer.application.contract.Preferences;
import ai.artenic.optimizer.domain.learning.TrainingParameters;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The native library crashes the JVM if a model is closed while it predicts, or loaded from a text cut short.
/// What serves holds nothing native, so there is nothing to close and nothing to crash.
class ServingWithoutNativeCodeTest {
    @TempDir
    Path directory;

    @Test
    void a_model_serves_in_a_jvm_that_has_no_lightgbm() throws Exception {
        var set = Preferences.seeded(FeatureSchema.V1, 61, 60);
        var saved = SeededModels.trained(set, TrainingParameters.forRows(set.rows(), 61), "");
        Path text = Files.writeString(directory.resolve("model.txt"), saved.text());
        String classPath = Stream.of(
                        Path.of("target", "test-classes").toString(),
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path"))
                .flatMap(paths -> Stream.of(paths.split(File.pathSeparator)))
                .filter(path -> !path.contains("lightgbm4j"))
                .collect(Collectors.joining(File.pathSeparator));
        Path printed = directory.resolve("printed.txt");

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        ServeOnce.class.getName(),
                        text.toString())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();

        assertEquals(0, process.waitFor(), () -> "exit code of " + process);
        assertEquals(ServeOnce.answer(saved), Files.readString(printed).strip());
        assertFalse(classPath.contains("lightgbm4j"));
    }
}
