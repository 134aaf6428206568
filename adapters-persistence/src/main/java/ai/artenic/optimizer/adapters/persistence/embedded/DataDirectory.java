package ai.artenic.optimizer.adapters.persistence.embedded;

import ai.artenic.optimizer.adapters.persistence.StorageOpeningException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The service's data directory, held by this process alone until it is closed.
///
/// It contains `postgresql` (the database cluster), `password` (the database's, readable by the owner only) and `lock`.
final class DataDirectory implements AutoCloseable {
    /// A second lock file handle in this process would release the first one's lock when closed, so it is never opened.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static DataDirectory open(Path directory) throws StorageOpeningException {
        try {
            OwnerOnly.createDirectories(directory);
            Path path = directory.toRealPath();
            if (!HELD_HERE.add(path)) {
                throw inUse(path, "this process");
            }
            try {
                return new DataDirectory(path, lock(path));
            } catch (IOException | StorageOpeningException | RuntimeException e) {
                HELD_HERE.remove(path);
                throw e;
            }
        } catch (IOException e) {
            throw new StorageOpeningException(
                    "the data directory " + directory + " cannot be used (" + Reasons.of(e)
                            + "): give the service's user the right to write there, or choose another data directory",
                    e);
        }
    }

    Path cluster() {
        return path.resolve("postgresql");
    }

    Path passwordFile() {
        return path.resolve("password");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot release the lock on " + path, e);
        } finally {
            HELD_HERE.remove(path);
        }
    }

    private static FileChannel lock(Path path) throws IOException, StorageOpeningException {
        OwnerOnly.restrictDirectory(path);
        Path file = path.resolve("lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw inUse(path, "process " + Files.readString(file).strip());
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return channel;
        } catch (IOException | StorageOpeningException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static StorageOpeningException inUse(Path path, String holder) {
        return new StorageOpeningException("the data directory " + path + " is in use by " + holder
                + ": stop that one first, or choose another data directory");
    }
}
