package ai.artenic.optimizer.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every implementation of a port proves itself against the same contract, or it is a different port.
class PortRulesTest {
    private static final String PORTS = Project.PACKAGE + ".application.port";
    private static final String CONTRACTS = Project.PACKAGE + ".application.contract.";

    /// Ports without a contract, each with the reason why none would say more than the port does.
    private static final Map<String, String> WITHOUT_CONTRACT = Map.of(
            "StoreHealth",
            "names its store and its fault; each store's own test takes that store down to see the fault");

    @Test
    void every_port_has_a_contract() {
        JavaClasses contracts = Project.testClasses();
        List<String> missing = portsWithContract()
                .map(port -> CONTRACTS + port.getSimpleName() + "Contract")
                .filter(contract -> !contracts.contain(contract))
                .toList();

        assertEquals(List.of(), missing, "a port is what its contract says; write it beside the in-memory adapter");
    }

    @Test
    void every_implementation_of_a_port_passes_its_contract_in_its_own_module() {
        var breaches = new ArrayList<String>();
        for (String module : Project.modules()) {
            for (JavaClass port : portsWithContract().toList()) {
                String contract = CONTRACTS + port.getSimpleName() + "Contract";
                List<String> implementations = names(Project.mainClasses(), module, implementing(port.getName()));
                List<String> tests = names(Project.testClasses(), module, implementing(contract));
                if (tests.size() < implementations.size()) {
                    breaches.add(module + " implements " + port.getSimpleName() + " in " + implementations
                            + " and tests its contract in " + tests);
                }
            }
        }
        assertEquals(List.of(), breaches, "each implementation needs a test class that implements the contract");
    }

    @Test
    void every_exception_is_still_a_port() {
        List<String> ports = ports().map(JavaClass::getSimpleName).toList();
        List<String> stale = WITHOUT_CONTRACT.keySet().stream()
                .filter(name -> !ports.contains(name))
                .toList();

        assertEquals(List.of(), stale, "an exception for a port that is gone hides the next of that name");
        assertFalse(ports.isEmpty(), "no port found in " + PORTS);
    }

    @Test
    void a_port_is_small_enough_to_fake_in_twenty_lines() {
        List<String> large = ports().filter(port -> port.getMethods().size() > 4)
                .map(JavaClass::getSimpleName)
                .toList();

        assertEquals(List.of(), large, "a port has one to four methods; more is two needs in one");
    }

    private static Stream<JavaClass> portsWithContract() {
        return ports().filter(port -> !WITHOUT_CONTRACT.containsKey(port.getSimpleName()));
    }

    /// Open interfaces; a sealed one is an answer of a port.
    private static Stream<JavaClass> ports() {
        return Project.mainClasses().stream()
                .filter(type -> type.getPackageName().equals(PORTS))
                .filter(JavaClass::isInterface)
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.reflect().isSealed())
                .sorted(Comparator.comparing(JavaClass::getName));
    }

    private static Predicate<JavaClass> implementing(String type) {
        return candidate -> !candidate.isInterface()
                && !candidate.getModifiers().contains(JavaModifier.ABSTRACT)
                && candidate.isAssignableTo(type);
    }

    private static List<String> names(JavaClasses classes, String module, Predicate<JavaClass> wanted) {
        return classes.stream()
                .filter(type -> Project.isOf(module, type))
                .filter(wanted)
                .map(JavaClass::getSimpleName)
                .sorted()
                .toList();
    }
}
