package ai.artenic.optimizer.adapters.persistence;

import ai.artenic.optimizer.adapters.persistence.StorageSettings.Pool;
import ai.artenic.optimizer.application.contract.Bases;
import ai.artenic.optimizer.application.contract.Outcomes;
import ai.artenic.optimizer.application.contract.Recommendations;
import ai.artenic.optimizer.domain.outcome.AssessedOutcome;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/// A service in a process of its own: it does one task for as long as it is let live.
final class OtherProcess implements AutoCloseable {
    private static final int LIST = 20;

    private final Process process;
    private final BufferedReader output;

    /// What it does, and says of it.
    enum Task {
        /// Says the number of each recommendation once it is kept.
        RECOMMEND,
        /// Says the number of each seeded outcome once it is kept, by one thread in lists and by others one by one.
        INGEST,
        /// Says `working` once it works at the next training, at which it works for ever.
        TRAIN
    }

    private OtherProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /// One with a server of its own, which keeps recommendations.
    static OtherProcess on(Path data, Path binaries) throws IOException {
        return embedded(Task.RECOMMEND, data, binaries);
    }

    /// One with a server of its own.
    static OtherProcess embedded(Task task, Path data, Path binaries) throws IOException {
        return start(task.name(), data.toString(), binaries.toString());
    }

    /// One that uses the server at this URL.
    static OtherProcess at(String url, Task task) throws IOException {
        return start(task.name(), url);
    }

    private static OtherProcess start(String... arguments) throws IOException {
        String classPath = String.join(
                File.pathSeparator,
                Path.of("target", "test-classes").toAbsolutePath().toString(),
                System.getProperty("java.class.path", ""),
                System.getProperty("jdk.module.path", ""));
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                OtherProcess.class.getName()));
        command.addAll(Arrays.asList(arguments));
        return new OtherProcess(new ProcessBuilder(command)
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

    /// Says `open`, then what its task says, or `refused` and why.
    public static void main(String[] arguments) throws InterruptedException {
        StorageSettings settings = arguments.length == 3
                ? new StorageSettings.Embedded(Path.of(arguments[1]), Path.of(arguments[2]), Pool.DEFAULT)
                : new StorageSettings.Server(arguments[1], Optional.empty(), Optional.empty(), Pool.DEFAULT);
        try (Storage storage = Storage.open(settings)) {
            System.out.println("open");
            switch (Task.valueOf(arguments[0])) {
                case RECOMMEND -> recommend(storage);
                case INGEST -> ingest(storage);
                case TRAIN -> train(storage);
            }
        } catch (StorageOpeningException e) {
            System.out.println("refused " + e.getMessage());
        }
    }

    private static void recommend(Storage storage) {
        for (long seed = 0; ; seed++) {
            storage.recommendationLog().keep(Recommendations.seeded(seed), Bases.PLAIN);
            System.out.println(seed);
        }
    }

    private static void ingest(Storage storage) throws InterruptedException {
        var next = new AtomicLong();
        for (int i = 0; i < 8; i++) {
            int most = i == 0 ? LIST : 1;
            Thread.ofVirtual().start(() -> {
                while (true) {
                    long first = next.getAndAdd(most);
                    List<AssessedOutcome> list = LongStream.range(first, first + most)
                            .mapToObj(Outcomes::seeded)
                            .toList();
                    storage.outcomeLog().keep(list);
                    LongStream.range(first, first + most).forEach(System.out::println);
                }
            });
        }
        new CountDownLatch(1).await();
    }

    private static void train(Storage storage) {
        storage.retrainRuns().workAtNext(Instant.now(), started -> {
            System.out.println("working");
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return started;
        });
    }
}
