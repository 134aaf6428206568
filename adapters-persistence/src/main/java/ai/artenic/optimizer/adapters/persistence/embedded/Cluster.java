package ai.artenic.optimizer.adapters.persistence.embedded;

import ai.artenic.optimizer.adapters.persistence.StorageOpeningException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A database cluster: the files of one PostgreSQL server, and the password of its one user.
record Cluster(Path path, String password) {
    static final String USER = "optimizer";
    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

    /// The cluster of the data directory, created on first use. It never was open without a password: passwords are
    /// required from the moment of creation, and a creation that was cut short is begun anew.
    static Cluster of(DataDirectory directory, Binaries binaries) throws StorageOpeningException {
        Path path = directory.cluster();
        try {
            if (!Files.exists(path)) {
                create(directory, binaries);
            } else if (!Files.exists(directory.passwordFile())) {
                throw new StorageOpeningException("the database password " + directory.passwordFile()
                        + " is missing: put it back from your backup, next to the database it belongs to");
            }
            return new Cluster(path, Files.readString(directory.passwordFile()).strip());
        } catch (IOException e) {
            throw new StorageOpeningException(
                    "cannot create or read the database in " + path + " (" + Reasons.of(e)
                            + "): check the directory's rights and free space",
                    e);
        }
    }

    /// Without the password.
    @Override
    public String toString() {
        return "Cluster[" + path + "]";
    }

    private static void create(DataDirectory directory, Binaries binaries) throws IOException, StorageOpeningException {
        LOG.info("creating the database in {}", directory.cluster());
        Path unfinished = directory.cluster().resolveSibling("postgresql.unfinished");
        Binaries.delete(unfinished);
        Files.deleteIfExists(directory.passwordFile());
        OwnerOnly.write(directory.passwordFile(), randomPassword());
        initialise(binaries, unfinished, directory.passwordFile());
        Files.move(unfinished, directory.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void initialise(Binaries binaries, Path path, Path passwordFile)
            throws IOException, StorageOpeningException {
        List<String> command = binaries.command(
                "initdb",
                List.of(
                        "--pgdata=" + path,
                        "--username=" + USER,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        // Many iterations slow down guesses of a short password; this one is 256 random bits, and
                        // each new connection would pay for them.
                        "--set=scram_iterations=1",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.onExit().join().exitValue();
        if (code != 0) {
            throw new StorageOpeningException("PostgreSQL could not create its database in " + path + " (exit code "
                    + code + "): " + StartFailedException.explain(output.lines().toList()));
        }
    }

    private static String randomPassword() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
