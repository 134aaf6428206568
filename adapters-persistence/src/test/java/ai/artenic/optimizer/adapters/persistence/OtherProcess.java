package ai.artenic.optimizer.adapters.persistence;

import ai.artenic.optimizer.adapters.persistence.StorageSettings.Pool;
import ai.artenic.optimizer.application.contract.Recommendations;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A service in a process of its own: it keeps recommendations in a data directory for as long as it is let live.
final class OtherProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private OtherProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    static OtherProcess on(Path data, Path binaries) throws IOException {
        String classPath = String.join(
                File.pathSeparator,
                Path.of("target", "test-classes").toAbsolutePath().toString(),
                System.getProperty("java.class.path", ""),
                System.getProperty("jdk.module.path", ""));
        return new OtherProcess(new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        OtherProcess.class.getName(),
                        data.toString(),
                        binaries.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /// The next thing it says; empty once it has ended.
    String says() throws IOException {
        String line = output.readLine();
        return line == null ? "" : line;
    }

    /// Kills it without a chance to clean up.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /// Says `open`, then the number of each recommendation once it is kept, or `refused` and why.
    public static void main(String[] arguments) {
        var settings = new StorageSettings.Embedded(Path.of(arguments[0]), Path.of(arguments[1]), Pool.DEFAULT);
        try (Storage storage = Storage.open(settings)) {
            System.out.println("open");
            for (long seed = 0; ; seed++) {
                storage.recommendationLog().keep(Recommendations.seeded(seed));
                System.out.println(seed);
            }
        } catch (StorageOpeningException e) {
            System.out.println("refused " + e.getMessage());
        }
    }
}
