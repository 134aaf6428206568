package ai.artenic.optimizer.bootstrap.cli;

import ai.artenic.optimizer.domain.intake.Violation;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// Turns flags into the fields of a request, and places in the request back into flags.
final class RequestFlags {
    private static final String NO_SPOT = "--no-spot";
    private static final int LONGEST_NUMBER = 400;

    private RequestFlags() {}

    static void addTo(CommandSpec command) {
        for (WorkloadFlag flag : WorkloadFlag.ALL) {
            OptionSpec.Builder option = OptionSpec.builder(flag.name()).description(flag.description());
            command.addOption(
                    switch (flag.kind()) {
                        case SWITCH -> option.type(boolean.class).arity("0").build();
                        case NUMBER -> option.type(String.class).paramLabel("N").build();
                        case TEXT ->
                            option.type(String.class).paramLabel("NAME").build();
                        case LIST ->
                            option.type(List.class)
                                    .auxiliaryTypes(String.class)
                                    .splitRegex(",")
                                    .paramLabel("NAME")
                                    .build();
                    });
        }
    }

    /// The request's fields. Every request of the command line is a one-shot: nothing is kept.
    static Map<String, Object> fields(ParseResult parsed) {
        var fields = new LinkedHashMap<String, Object>();
        var workload = new LinkedHashMap<String, Object>();
        var constraints = new LinkedHashMap<String, Object>();
        var reference = new LinkedHashMap<String, Object>();
        workload.put("gpu_required", false);
        for (WorkloadFlag flag : WorkloadFlag.ALL) {
            if (parsed.hasMatchedOption(flag.name())) {
                Map<String, Object> home = flag.pointer().startsWith("/workload/reference/")
                        ? reference
                        : flag.pointer().startsWith("/workload/")
                                ? workload
                                : flag.pointer().startsWith("/constraints/") ? constraints : fields;
                home.put(flag.pointer().substring(flag.pointer().lastIndexOf('/') + 1), value(flag, parsed));
            }
        }
        if (!reference.isEmpty()) {
            workload.put("reference", reference);
        }
        fields.put("workload", workload);
        fields.put("constraints", constraints);
        fields.put("persist", false);
        return fields;
    }

    /// What is wrong, naming the flag rather than the field.
    static String words(Violation violation) {
        return WorkloadFlag.ALL.stream()
                        .filter(flag -> violation.pointer().equals(flag.pointer())
                                || violation.pointer().startsWith(flag.pointer() + "/"))
                        .map(WorkloadFlag::name)
                        .findFirst()
                        .orElseGet(() -> violation.pointer().substring(1).replace('/', ' '))
                + " " + violation.message();
    }

    private static Object value(WorkloadFlag flag, ParseResult parsed) {
        return switch (flag.kind()) {
            case SWITCH -> !flag.name().equals(NO_SPOT);
            case LIST -> parsed.matchedOptionValue(flag.name(), List.of());
            case TEXT -> parsed.matchedOptionValue(flag.name(), "");
            case NUMBER -> number(parsed.matchedOptionValue(flag.name(), ""));
        };
    }

    /// The number, or the text itself, which the domain then refuses with its reason.
    private static Object number(String text) {
        try {
            return text.length() > LONGEST_NUMBER ? text : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
