package ai.artenic.optimizer.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class DomainPurityTest {
    private static final String DOMAIN = Project.PACKAGE + ".domain..";
    private static final String USE_CASES = Project.PACKAGE + ".application.usecase..";
    private static final JavaClasses CLASSES = Project.mainClasses();

    @Test
    void rules_and_use_cases_do_not_look_at_the_clock() {
        nobodyReachesFor(Reach.CLOCK, "time is passed in as InstantSource, so that an answer can be computed again");
    }

    @Test
    void rules_and_use_cases_make_no_chance_of_their_own() {
        nobodyReachesFor(Reach.CHANCE, "a seeded generator or a source of ids is passed in");
    }

    @Test
    void rules_and_use_cases_do_not_touch_the_world_outside() {
        nobodyReachesFor(Reach.WORLD, "I/O belongs to adapters, configuration and logging to adapters and bootstrap");
    }

    @Test
    void rules_and_use_cases_start_no_threads() {
        nobodyReachesFor(Reach.THREADS, "who calls decides on which thread, and how many, the work runs");
    }

    @Test
    void the_domain_knows_only_values_collections_and_arithmetic() {
        ArchRule rule = classes()
                .that()
                .resideInAPackage(DOMAIN)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        DOMAIN,
                        "java.lang",
                        "java.lang.annotation",
                        "java.lang.invoke",
                        "java.lang.runtime",
                        "java.math",
                        "java.nio.charset",
                        "java.security",
                        "java.time",
                        "java.time.temporal",
                        "java.util",
                        "java.util.function",
                        "java.util.random",
                        "java.util.regex",
                        "java.util.stream",
                        "org.jspecify.annotations")
                .because(
                        "a rule is a pure function: files, sockets, threads, locks, loggers and databases are outside it");
        rule.check(CLASSES);
    }

    @Test
    void the_calibration_knows_what_it_corrects_by_but_not_the_estimates_it_corrects() {
        noClasses()
                .that()
                .resideInAPackage(Project.PACKAGE + ".domain.calibration..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Project.PACKAGE + ".domain.estimate..", Project.PACKAGE + ".domain.ranking..")
                .because("estimates and rankings use the calibration; a way back would be a circle")
                .check(CLASSES);
    }

    @Test
    void use_cases_and_ports_know_only_the_domain_and_the_jdk() {
        ArchRule rule = classes()
                .that()
                .resideInAPackage(Project.PACKAGE + ".application..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        DOMAIN,
                        Project.PACKAGE + ".application..",
                        "java.lang..",
                        "java.math",
                        "java.time..",
                        "java.util",
                        "java.util.concurrent..",
                        "java.util.function",
                        "java.util.random",
                        "java.util.stream",
                        "org.jspecify.annotations")
                .because("a library in the middle of the house would tie every use case to it");
        rule.check(CLASSES);
    }

    private static void nobodyReachesFor(Reach reach, String reason) {
        noClasses()
                .that()
                .resideInAnyPackage(DOMAIN, USE_CASES)
                .should()
                .accessTargetWhere(reach.asPredicate())
                .because(reason)
                .check(CLASSES);
    }
}
