package ai.artenic.optimizer.adapters.persistence.embedded;

import ai.artenic.optimizer.adapters.persistence.StorageOpeningException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/// The server's programs, unpacked on this machine.
final class Binaries {
    private static final Logger LOG = LoggerFactory.getLogger(Binaries.class);

    private final Path root;
    private final Platform platform;

    private Binaries(Path root, Platform platform) {
        this.root = root;
        this.platform = platform;
    }

    /// The programs for this platform, unpacked under `directory` unless they are there already. Any number of
    /// processes may ask at once.
    static Binaries unpacked(Path directory, Platform platform) throws StorageOpeningException {
        URL archive = Optional.ofNullable(Binaries.class.getClassLoader().getResource(platform.archive()))
                .orElseThrow(() -> new StorageOpeningException("this build carries no PostgreSQL for this machine ("
                        + platform.archive() + "): give the URL of a PostgreSQL server instead"));
        try {
            Path root = directory.toAbsolutePath().resolve(name(archive, platform));
            if (!Files.isDirectory(root)) {
                unpackOnce(archive, root);
            }
            OwnerOnly.refuseOtherWriters(root.resolveSibling(""));
            return new Binaries(root, platform);
        } catch (IOException e) {
            throw new StorageOpeningException(
                    "cannot unpack PostgreSQL into " + directory + " (" + Reasons.of(e)
                            + "): make it writable with 100 MB to spare, or choose another binaries directory",
                    e);
        }
    }

    /// The command line that runs a program.
    List<String> command(String program, List<String> arguments) {
        var command = new ArrayList<>(platform.launcher());
        command.add(root.resolve("bin").resolve(program + platform.suffix()).toString());
        command.addAll(arguments);
        return command;
    }

    Path root() {
        return root;
    }

    /// The archive's checksum in the name keeps versions apart; the jar's directory holds it, so nothing is read twice.
    private static String name(URL archive, Platform platform) throws IOException {
        URLConnection connection = archive.openConnection();
        connection.setUseCaches(false);
        if (connection instanceof JarURLConnection jar) {
            try (var file = jar.getJarFile()) {
                long checksum = file.getJarEntry(platform.archive()).getCrc();
                return platform.archive().replace(".txz", "") + "-" + Long.toHexString(checksum);
            }
        }
        throw new IOException(archive + " is not in a jar");
    }

    private static synchronized void unpackOnce(URL archive, Path root) throws IOException {
        Path directory = root.resolveSibling("");
        OwnerOnly.createDirectories(directory);
        Path lockFile = directory.resolve(root.getFileName() + ".lock");
        try (var channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (Files.isDirectory(root)) {
                return;
            }
            LOG.info("unpacking PostgreSQL into {}, once", root);
            Path unfinished = directory.resolve(root.getFileName() + ".unfinished");
            delete(unfinished);
            try (InputStream packed = archive.openStream()) {
                unpack(packed, unfinished);
            }
            Files.move(unfinished, root, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    static void unpack(InputStream packed, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("archive entry " + entry.getName() + " leads outside");
                }
                Files.createDirectories(entry.isDirectory() ? path : path.resolveSibling(""));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else if (entry.isLink()) {
                    Files.createLink(path, target.resolve(entry.getLinkName()));
                } else if (entry.isFile()) {
                    Files.copy(tar, path);
                    if (path.startsWith(target.resolve("bin")) && !path.toFile().setExecutable(true)) {
                        throw new IOException("cannot make " + path + " executable");
                    }
                }
            }
        }
    }

    static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> paths = Files.walk(tree)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
