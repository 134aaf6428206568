package ai.artenic.optimizer.adapters.persistence.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.persistence.StorageOpeningException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class BinariesTest {
    @TempDir
    private Path folder;

    private static TarArchiveEntry link(String name, byte kind, String target) {
        var entry = new TarArchiveEntry(name, kind);
        entry.setLinkName(target);
        return entry;
    }

    private static TarArchiveEntry file(String name) {
        var entry = new TarArchiveEntry(name);
        entry.setSize(name.length());
        return entry;
    }

    /// An archive whose files contain their own names.
    private static InputStream archive(List<TarArchiveEntry> entries) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new XZOutputStream(packed, new LZMA2Options(0)))) {
            for (TarArchiveEntry entry : entries) {
                tar.putArchiveEntry(entry);
                if (entry.isFile() && entry.getSize() > 0) {
                    tar.write(entry.getName().getBytes(StandardCharsets.US_ASCII));
                }
                tar.closeArchiveEntry();
            }
        }
        return new ByteArrayInputStream(packed.toByteArray());
    }

    @Test
    void programs_are_executable_and_links_lead_where_they_led() throws Exception {
        Path target = folder.resolve("programs");
        Binaries.unpack(
                archive(List.of(
                        new TarArchiveEntry("lib/"),
                        file("lib/libpq.so.5"),
                        link("lib/libpq.so", TarConstants.LF_SYMLINK, "libpq.so.5"),
                        link("lib/hard", TarConstants.LF_LINK, "lib/libpq.so.5"),
                        file("bin/postgres"))),
                target);
        assertTrue(Files.isExecutable(target.resolve("bin/postgres")));
        assertFalse(Files.isExecutable(target.resolve("lib/libpq.so.5")));
        assertEquals("lib/libpq.so.5", Files.readString(target.resolve("lib/libpq.so")));
        assertEquals("lib/libpq.so.5", Files.readString(target.resolve("lib/hard")));
    }

    @Test
    void an_archive_that_leads_outside_is_refused() throws Exception {
        try (InputStream hostile = archive(List.of(file("../outside")))) {
            assertThrows(IOException.class, () -> Binaries.unpack(hostile, folder.resolve("programs")));
        }
        assertFalse(Files.exists(folder.resolve("outside")));
    }

    @Test
    void the_programs_are_unpacked_once_and_what_was_cut_short_is_done_anew() throws Exception {
        Path unpacked = Binaries.unpacked(folder, Platform.current()).root();
        Path unfinished = unpacked.resolveSibling(unpacked.getFileName() + ".unfinished");
        assertTrue(Files.isExecutable(unpacked.resolve("bin").resolve("initdb")));
        Files.delete(unpacked.resolve("bin").resolve("initdb"));
        Files.move(unpacked, unfinished);
        Binaries.unpacked(folder, Platform.current());
        assertTrue(Files.isExecutable(unpacked.resolve("bin").resolve("initdb")));
        assertFalse(Files.exists(unfinished));
    }

    @Test
    void a_machine_without_programs_is_told_to_use_a_server() {
        var refusal = assertThrows(
                StorageOpeningException.class,
                () -> Binaries.unpacked(folder, new Platform("postgres-plan9-mips.txz", List.of(), "")));
        assertTrue(String.valueOf(refusal.getMessage()).contains("give the URL of a PostgreSQL server"));
    }

    @Test
    void processors_are_known_by_their_several_names() {
        assertEquals("x86_64", Platform.architecture("amd64"));
        assertEquals("x86_64", Platform.architecture("x86_64"));
        assertEquals("arm_64", Platform.architecture("aarch64"));
        assertEquals("riscv64", Platform.architecture("riscv64"));
    }
}
