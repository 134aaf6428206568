package ai.artenic.optimizer.adapters.persistence.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the machine asks of the server's programs.
///
/// @param archive resource that holds the programs for this operating system and processor
/// @param launcher words to put before the server's own command line
/// @param suffix what ends the name of a program
record Platform(String archive, List<String> launcher, String suffix) {
    Platform {
        launcher = List.copyOf(launcher);
    }

    static Platform current() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String os = name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "darwin" : "linux";
        boolean alpine = Files.exists(Path.of("/etc/alpine-release"));
        return new Platform(
                "postgres-" + os + "-" + architecture(System.getProperty("os.arch", ""))
                        + (alpine ? "-alpine_linux" : "") + ".txz",
                os.equals("linux") ? linuxLauncher() : List.of(),
                os.equals("windows") ? ".exe" : "");
    }

    static String architecture(String name) {
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> name;
        };
    }

    /// A session of its own keeps the terminal's Ctrl-C from the server, which would stop before its clients have.
    /// PostgreSQL refuses to run as root; in a user namespace of its own root is nobody in particular.
    private static List<String> linuxLauncher() {
        var launcher = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            launcher.add("/usr/bin/setsid");
        }
        if (isRoot()) {
            launcher.addAll(List.of("unshare", "-U"));
        }
        return launcher;
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException _) {
            return false; // no /proc to ask: the server itself will say so if it is run as root
        }
    }
}
