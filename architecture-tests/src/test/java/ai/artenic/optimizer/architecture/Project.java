package ai.artenic.optimizer.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The project on disk: its modules as the parent pom lists them, their sources and classes.
final class Project {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final String PACKAGE = "ai.artenic.optimizer";
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final String THIS_MODULE = "architecture-tests";

    private Project() {}

    /// Folders of the modules of the default build, without this one.
    static List<String> modules() {
        var modules = new ArrayList<String>();
        String pom = read(ROOT.resolve("pom.xml"));
        Matcher matcher = MODULE.matcher(pom.substring(0, pom.indexOf("</modules>")));
        while (matcher.find()) {
            if (!matcher.group(1).equals(THIS_MODULE)) {
                modules.add(matcher.group(1));
            }
        }
        return modules;
    }

    /// Main classes of all modules, read once.
    static JavaClasses mainClasses() {
        return Main.CLASSES;
    }

    /// Test classes of all modules, read once.
    static JavaClasses testClasses() {
        return Tests.CLASSES;
    }

    /// Whether the class was compiled in the module's folder.
    static boolean isOf(String module, JavaClass type) {
        String folder = ROOT.resolve(module).resolve("target").toUri().toString();
        return type.getSource()
                .map(source -> source.getUri().toString().startsWith(folder))
                .orElse(false);
    }

    static List<Path> mainSources() {
        return sources("main");
    }

    static List<Path> testSources() {
        return sources("test");
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JavaClasses classes(String folder) {
        List<Path> folders = modules().stream()
                .map(module -> ROOT.resolve(module).resolve("target").resolve(folder))
                .filter(Files::isDirectory)
                .toList();
        return new ClassFileImporter().importPaths(folders);
    }

    private static List<Path> sources(String kind) {
        var sources = new ArrayList<Path>();
        var modules = new ArrayList<>(modules());
        modules.add(THIS_MODULE);
        for (String module : modules) {
            Path folder = ROOT.resolve(module).resolve("src").resolve(kind).resolve("java");
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }
        }
        return sources;
    }

    private static final class Main {
        static final JavaClasses CLASSES = classes("classes");
    }

    private static final class Tests {
        static final JavaClasses CLASSES = classes("test-classes");
    }
}
