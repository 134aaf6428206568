package ai.artenic.optimizer.bootstrap.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file that a command writes at its end.
final class OutputFile {
    private OutputFile() {}

    /// Says before long work whether its result can be kept.
    ///
    /// @param file null where none is wanted
    /// @throws IOException with the reason, if the file cannot be written
    static void requireWritable(@Nullable Path file) throws IOException {
        if (file == null) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new IOException(file + " cannot be written: it is a directory");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException(file + " cannot be written: there is no directory " + folder);
        }
        if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw new IOException(file + " cannot be written: no permission");
        }
    }
}
