package ai.artenic.optimizer.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;

/// What a class may reach for beyond its arguments: members of the JDK, by class. A call, a method reference and a read
/// of a field all count.
final class Reach {
    private static final Set<String> NOW = Set.of("now");

    /// The clock of the machine.
    static final Reach CLOCK = new Reach(
            "the clock of the machine",
            Map.ofEntries(
                    Map.entry("java.lang.System", Set.of("currentTimeMillis", "nanoTime")),
                    Map.entry("java.time.Clock", Set.of("system", "systemUTC", "systemDefaultZone", "tickMillis")),
                    Map.entry("java.time.Instant", NOW),
                    Map.entry("java.time.InstantSource", Set.of("system")),
                    Map.entry("java.time.LocalDate", NOW),
                    Map.entry("java.time.LocalDateTime", NOW),
                    Map.entry("java.time.LocalTime", NOW),
                    Map.entry("java.time.OffsetDateTime", NOW),
                    Map.entry("java.time.Year", NOW),
                    Map.entry("java.time.YearMonth", NOW),
                    Map.entry("java.time.ZonedDateTime", NOW),
                    Map.entry("java.time.ZoneId", Set.of("systemDefault")),
                    Map.entry("java.util.Date", Set.of("<init>"))));

    /// Chance of one's own making; drawing from a generator that was passed in is fine.
    static final Reach CHANCE = new Reach(
            "chance of its own making",
            Map.ofEntries(
                    Map.entry("java.lang.Math", Set.of("random")),
                    Map.entry("java.security.SecureRandom", Set.of("<init>", "getInstanceStrong")),
                    Map.entry("java.util.Random", Set.of("<init>")),
                    Map.entry("java.util.SplittableRandom", Set.of("<init>")),
                    Map.entry("java.util.UUID", Set.of("randomUUID")),
                    Map.entry("java.util.concurrent.ThreadLocalRandom", Set.of("current")),
                    Map.entry("java.util.random.RandomGenerator", Set.of("getDefault", "of"))));

    /// The doors of `java.lang` to the world outside.
    static final Reach WORLD = new Reach(
            "the world outside",
            Map.of(
                    "java.lang.ProcessBuilder", Set.of("<init>"),
                    "java.lang.Runtime", Set.of("getRuntime"),
                    "java.lang.System",
                            Set.of("getenv", "getProperty", "getProperties", "getLogger", "exit", "in", "out", "err"),
                    "java.lang.Throwable", Set.of("printStackTrace")));

    static final Reach THREADS = new Reach(
            "threads",
            Map.of(
                    "java.lang.Object", Set.of("wait", "notify", "notifyAll"),
                    "java.lang.Thread", Set.of("<init>", "ofPlatform", "ofVirtual", "sleep", "startVirtualThread"),
                    "java.util.Collection", Set.of("parallelStream"),
                    "java.util.stream.BaseStream", Set.of("parallel")));

    private final String name;
    private final Map<String, Set<String>> members;

    private Reach(String name, Map<String, Set<String>> members) {
        this.name = name;
        this.members = members;
    }

    DescribedPredicate<JavaAccess<?>> asPredicate() {
        return DescribedPredicate.describe("reaches for " + name, this::holds);
    }

    private boolean holds(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String member = access.getTarget().getName();
        return members.entrySet().stream()
                .anyMatch(entry -> entry.getValue().contains(member) && owner.isAssignableTo(entry.getKey()));
    }
}
