package ai.artenic.optimizer.adapters.datasets;

import ai.artenic.optimizer.adapters.datasets.DirectoryScan.Share;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Counts what a walk comes across.
final class Tally extends SimpleFileVisitor<Path> {
    private static final Share NOTHING = new Share(0, 0);
    private final Path root;
    private final Map<FileFormat, Share> formats = new EnumMap<>(FileFormat.class);
    private long passedOver;
    private long unreadable;
    private Optional<Instant> newestChange = Optional.empty();

    Tally(Path root) {
        this.root = root;
    }

    DirectoryScan.Summary summary() {
        long files = 0;
        long bytes = 0;
        for (Share share : formats.values()) {
            files += share.files();
            bytes = Math.addExact(bytes, share.bytes());
        }
        return new DirectoryScan.Summary(files, bytes, passedOver, unreadable, formats, newestChange);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (!attributes.isRegularFile()) {
            passedOver++;
            return FileVisitResult.CONTINUE;
        }
        FileFormat format = FileFormat.ofName(file.getFileName().toString());
        formats.put(format, formats.getOrDefault(format, NOTHING).plus(attributes.size()));
        Instant changed = attributes.lastModifiedTime().toInstant();
        newestChange = newestChange.filter(changed::isBefore).or(() -> Optional.of(changed));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path entry, IOException failure) throws IOException {
        if (entry.equals(root)) {
            throw failure;
        }
        unreadable++;
        return FileVisitResult.CONTINUE;
    }

    /// @param failure why the entries of the directory could not be read to their end
    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) {
        if (failure != null) {
            unreadable++;
        }
        return FileVisitResult.CONTINUE;
    }
}
