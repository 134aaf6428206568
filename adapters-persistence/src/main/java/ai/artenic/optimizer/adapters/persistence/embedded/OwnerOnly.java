package ai.artenic.optimizer.adapters.persistence.embedded;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Set;

/// Files and directories that only their owner may read, from the moment they exist.
final class OwnerOnly {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OTHER_WRITERS =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private OwnerOnly() {}

    /// The directory and its missing parents; one that exists is left as it is.
    static void createDirectories(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, attributes(DIRECTORY));
        }
    }

    /// Takes everybody else's rights to the directory away.
    static void restrictDirectory(Path directory) throws IOException {
        if (POSIX && !Files.getPosixFilePermissions(directory).equals(DIRECTORY)) {
            Files.setPosixFilePermissions(directory, DIRECTORY);
        }
    }

    /// Takes everybody else's rights to the directory away, if anybody else may write to it: what runs from there would
    /// be theirs. A directory that others may only read is left as it is.
    static void refuseOtherWriters(Path directory) throws IOException {
        if (POSIX && !Collections.disjoint(Files.getPosixFilePermissions(directory), OTHER_WRITERS)) {
            restrictDirectory(directory);
        }
    }

    /// Writes a new file with the text.
    ///
    /// @throws FileAlreadyExistsException if there is one
    static void write(Path file, String text) throws IOException {
        Files.createFile(file, attributes(FILE));
        Files.writeString(file, text);
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
