package ai.artenic.optimizer.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class NamingTest {
    private static final JavaClasses CLASSES = Project.mainClasses();

    /// The first words of the use cases; a new verb is added here, a noun is not.
    private static final Pattern VERB = Pattern.compile(
            "(Advise|Analyse|Assess|Backtest|Check|Compare|Evaluate|Export|Find|Import|List|Plan|Promote|Recommend|Record"
                    + "|Refresh|Replay|Report|Request|Retrain|Summarise|Train).*");

    private static final List<String> ROOMS_OF_NO_CONCEPT =
            List.of("common", "dto", "helper", "impl", "manager", "misc", "service", "shared", "util", "utils");

    /// As the tail of a name; `bootstrap.Service` alone is the running service itself.
    private static final Pattern NAME_OF_NO_CONCEPT =
            Pattern.compile(".*(Common|Dto|DTO|Helpers?|Impl|Manager|\\wService|Utils?)");

    @Test
    void no_package_is_a_drawer_for_everything() {
        noClasses()
                .should()
                .resideInAnyPackage(ROOMS_OF_NO_CONCEPT.stream()
                        .map(name -> ".." + name + "..")
                        .toArray(String[]::new))
                .because("a package is a concept: a drawer has every reason to change")
                .check(CLASSES);
    }

    @Test
    void no_class_is_named_by_what_it_is_not() {
        noClasses()
                .should()
                .haveNameMatching(NAME_OF_NO_CONCEPT.pattern())
                .because("the name says which concept it is, in the words of docs/glossary.md")
                .check(CLASSES);
    }

    @Test
    void a_use_case_is_a_final_class_named_by_a_verb_with_one_public_method() {
        classes()
                .that(areUseCases())
                .should()
                .haveModifier(JavaModifier.FINAL)
                .andShould()
                .haveNameMatching(".*\\." + VERB.pattern())
                .andShould(haveOnePublicMethod())
                .because("a use case is one thing that can be asked of the optimizer")
                .check(CLASSES);
    }

    /// The top-level classes that are neither a question nor an answer.
    private static DescribedPredicate<JavaClass> areUseCases() {
        return DescribedPredicate.describe(
                "are use cases",
                type -> type.getPackageName().equals(Project.PACKAGE + ".application.usecase")
                        && type.isTopLevelClass()
                        && !type.isRecord()
                        && !type.isInterface()
                        && !type.isEnum()
                        && type.getModifiers().contains(JavaModifier.PUBLIC));
    }

    private static ArchCondition<JavaClass> haveOnePublicMethod() {
        return new ArchCondition<>("have one public method") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                List<String> open = type.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaMethod::getName)
                        .sorted()
                        .toList();
                events.add(new SimpleConditionEvent(
                        type, open.size() == 1, type.getSimpleName() + " has the public methods " + open));
            }
        };
    }
}
