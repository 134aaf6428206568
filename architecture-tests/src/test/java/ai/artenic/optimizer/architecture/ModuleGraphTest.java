package ai.artenic.optimizer.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The exact graph: a new `requires` is a decision, so it is made here too.
class ModuleGraphTest {
    private static final String OWN = Project.PACKAGE + ".";

    private static final Map<String, String> REQUIRES = Map.of(
            "domain",
            "static org.jspecify",
            "application",
            "static org.jspecify, transitive domain",
            "adapters.http",
            """
            com.fasterxml.classmate, com.fasterxml.jackson.annotation, com.github.victools.jsonschema.generator,
            com.github.victools.jsonschema.module.jackson, de.siegmar.fastcsv, io.javalin, jakarta.servlet,
            kotlin.stdlib, micrometer.core, micrometer.registry.prometheus, org.eclipse.jetty.ee10.servlet,
            org.eclipse.jetty.http, org.eclipse.jetty.io, org.eclipse.jetty.server,
            org.eclipse.jetty.util, org.jspecify, org.slf4j, tools.jackson.core, tools.jackson.databind,
            transitive application""",
            "adapters.persistence",
            """
            com.zaxxer.hikari, flyway.core, flyway.database.postgresql, io.leangen.geantyref, java.sql,
            org.apache.commons.compress, org.jdbi.v3.core, org.postgresql.jdbc, org.slf4j, org.tukaani.xz,
            static com.google.errorprone.annotations, static org.checkerframework.checker.qual,
            static org.jspecify, tools.jackson.databind, transitive application""",
            "adapters.pricing",
            """
            com.github.benmanes.caffeine, de.siegmar.fastcsv, dev.failsafe.core, java.net.http, java.xml,
            org.jsoup, static org.jspecify, tools.jackson.core, transitive application, transitive tools.jackson.databind""",
            "adapters.datasets",
            "transitive domain, de.siegmar.fastcsv, static org.jspecify",
            "ml.lightgbm",
            "lightgbm4j, static org.jspecify, transitive application",
            "bootstrap",
            """
            adapters.datasets, adapters.http, adapters.persistence, adapters.pricing, application,
            ch.qos.logback.classic, ch.qos.logback.core, info.picocli, java.desktop, java.net.http, me.tongfei.progressbar,
            ml.lightgbm, org.jfree.jfreechart, org.jfree.svg, org.slf4j, static org.jspecify, tools.jackson.databind""");

    private static final List<String> ADAPTERS =
            List.of("adapters.http", "adapters.persistence", "adapters.pricing", "adapters.datasets", "ml.lightgbm");

    private final Map<String, ModuleDescriptor> modules = ownModules();

    @Test
    void the_graph_is_the_one_in_the_table() {
        var expected = new TreeMap<String, Set<String>>();
        REQUIRES.forEach((module, required) -> expected.put(module, new TreeSet<>(List.of(required.split(",\\s*")))));
        var actual = new TreeMap<String, Set<String>>();
        modules.forEach((name, module) -> actual.put(name, required(module)));

        assertEquals(lines(expected), lines(actual), "a changed requires is a decision: change the table with it");
    }

    @Test
    void the_domain_requires_nothing_at_run_time() {
        assertEquals(List.of("java.base"), atRunTime("domain").toList());
    }

    @Test
    void no_adapter_requires_another() {
        for (String adapter : ADAPTERS) {
            List<String> others = atRunTime(adapter).filter(ADAPTERS::contains).toList();
            assertEquals(List.of(), others, adapter + " requires another adapter");
        }
    }

    @Test
    void an_adapter_shows_nothing_but_its_root_package_and_its_provider_interface() {
        for (String adapter : ADAPTERS) {
            Set<String> allowed = Set.of(OWN + adapter, OWN + adapter + ".spi");
            List<String> beyond = modules.get(adapter).exports().stream()
                    .map(ModuleDescriptor.Exports::source)
                    .filter(source -> !allowed.contains(source))
                    .toList();
            assertEquals(List.of(), beyond, adapter + " exports its inside");
        }
    }

    private Stream<String> atRunTime(String module) {
        return modules.get(module).requires().stream()
                .filter(required -> !required.modifiers().contains(Modifier.STATIC))
                .map(required -> shortName(required.name()));
    }

    /// One module a line, so that a difference is easy to see.
    private static String lines(Map<String, Set<String>> graph) {
        return graph.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + String.join(", ", entry.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> required(ModuleDescriptor module) {
        return module.requires().stream()
                .filter(required -> !required.name().equals("java.base"))
                .map(ModuleGraphTest::phrase)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String phrase(ModuleDescriptor.Requires required) {
        String modifiers = required.modifiers().stream()
                .filter(modifier -> modifier == Modifier.STATIC || modifier == Modifier.TRANSITIVE)
                .sorted(Comparator.naturalOrder())
                .map(modifier -> modifier.name().toLowerCase(Locale.ROOT) + " ")
                .collect(Collectors.joining());
        return modifiers + shortName(required.name());
    }

    private static String shortName(String module) {
        return module.startsWith(OWN) ? module.substring(OWN.length()) : module;
    }

    private static Map<String, ModuleDescriptor> ownModules() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> entry.startsWith(Project.ROOT))
                .filter(entry -> !entry.toString().endsWith("-tests.jar"))
                .flatMap(entry -> ModuleFinder.of(entry).findAll().stream())
                .map(ModuleReference::descriptor)
                .filter(module -> module.name().startsWith(OWN))
                .collect(Collectors.toMap(module -> shortName(module.name()), module -> module));
    }
}
