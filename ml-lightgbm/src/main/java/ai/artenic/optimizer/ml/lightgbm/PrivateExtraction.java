package ai.artenic.optimizer.ml.lightgbm;

import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/// Runs a loader that extracts to `java.io.tmpdir` with a fresh directory in its place, which no other JVM shares, and
/// deletes that directory.
final class PrivateExtraction {
    private static final String TEMP_DIRECTORY = "java.io.tmpdir";
    private static final String COORDINATES = "/META-INF/maven/io.github.metarank/lightgbm4j/pom.properties";

    private PrivateExtraction() {}

    /// Answers whether the library is loaded; `false` without an exception means a missing OpenMP runtime or an unknown
    /// processor.
    interface Loader {
        boolean load() throws IOException;
    }

    static NativeLibrary load(Loader loader) {
        try {
            Path directory = Files.createTempDirectory("artenic-lightgbm-");
            boolean loaded;
            Optional<Path> leftBehind;
            try {
                loaded = inPlaceOfTheSharedDirectory(directory, loader);
            } finally {
                leftBehind = delete(directory);
            }
            return loaded
                    ? new NativeLibrary.Loaded(version(), platform(), leftBehind)
                    : new NativeLibrary.Unavailable("LightGBM's native library did not load on " + platform()
                            + ". Maybe its OpenMP runtime is missing: install libgomp1 (Linux) or libomp (macOS)");
        } catch (IOException | LinkageError failure) {
            return new NativeLibrary.Unavailable("LightGBM's native library did not load on " + platform() + ": "
                    + failure.toString().replaceAll("\\s+", " "));
        }
    }

    private static boolean inPlaceOfTheSharedDirectory(Path directory, Loader loader) throws IOException {
        String shared = System.getProperty(TEMP_DIRECTORY);
        System.setProperty(TEMP_DIRECTORY, directory.toString());
        try {
            return loader.load();
        } finally {
            System.setProperty(TEMP_DIRECTORY, shared);
        }
    }

    /// The directory, if the system would not let it go.
    private static Optional<Path> delete(Path directory) {
        try (Stream<Path> tree = Files.walk(directory)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
            return Optional.empty();
        } catch (IOException undeletable) {
            return Optional.of(directory).filter(Files::exists);
        }
    }

    private static String version() throws IOException {
        try (InputStream coordinates = LGBMBooster.class.getResourceAsStream(COORDINATES)) {
            if (coordinates == null) {
                return "unknown";
            }
            var properties = new Properties();
            properties.load(coordinates);
            return properties.getProperty("version", "unknown");
        }
    }

    private static String platform() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }
}
