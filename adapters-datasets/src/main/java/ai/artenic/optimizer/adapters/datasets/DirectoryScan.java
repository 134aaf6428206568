package ai.artenic.optimizer.adapters.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Sums up what lies in a directory and below it, by reading names and attributes only; no file is opened.
///
/// The directory itself may be a symbolic link; links below it are not followed, so a loop is harmless and a file
/// linked twice counts once. Entries that cannot be read are counted, and the scan goes on.
public final class DirectoryScan {
    private DirectoryScan() {}

    /// What came of a scan.
    public sealed interface Result {}

    /// What lies there.
    ///
    /// @param files regular files
    /// @param bytes their sizes as programs see them: a sparse file counts with its holes
    /// @param passedOver symbolic links and special files (pipes, sockets, devices)
    /// @param unreadable files and directories whose attributes or entries could not be read
    /// @param formats the formats present, in the order of [FileFormat]
    /// @param newestChange last modification of the file changed last; empty if there is no file
    public record Summary(
            long files,
            long bytes,
            long passedOver,
            long unreadable,
            Map<FileFormat, Share> formats,
            Optional<Instant> newestChange)
            implements Result {
        public Summary {
            var ordered = new EnumMap<FileFormat, Share>(FileFormat.class);
            ordered.putAll(formats);
            formats = Collections.unmodifiableMap(ordered);
        }
    }

    /// The part of a format in the whole.
    public record Share(long files, long bytes) {
        Share plus(long moreBytes) {
            return new Share(files + 1, Math.addExact(bytes, moreBytes));
        }
    }

    /// Nothing is there.
    public record Missing(Path path) implements Result {}

    /// Something else is there.
    public record NotADirectory(Path path) implements Result {}

    /// The directory is there and cannot be read at all.
    public record Unreadable(Path path, String reason) implements Result {}

    /// Scans the directory; takes time in proportion to the number of entries, and constant memory.
    public static Result scan(Path directory) {
        try {
            Path root = directory.toRealPath();
            if (!Files.isDirectory(root)) {
                return new NotADirectory(directory);
            }
            var tally = new Tally(root);
            Files.walkFileTree(root, tally);
            return tally.summary();
        } catch (NoSuchFileException missing) {
            return new Missing(directory);
        } catch (IOException failure) {
            return new Unreadable(directory, failure.toString());
        }
    }
}
