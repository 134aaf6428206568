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

    static void addTo(CommandSpec command, List<WorkloadFlag> flags) {
        for (WorkloadFlag flag : flags) {
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

    /// The request's fields, each where its flag's pointer says.
    static Map<String, Object> fields(ParseResult parsed, List<WorkloadFlag> flags) {
        var fields = new LinkedHashMap<String, Object>();
        put(fields, "/workload/gpu_required", false);
        for (WorkloadFlag flag : flags) {
            if (parsed.hasMatchedOption(flag.name())) {
                put(fields, flag.pointer(), value(flag, parsed));
            }
        }
        return fields;
    }

    /// Sets the field at a JSON Pointer, making the objects on the way.
    private static void put(Map<String, Object> fields, String pointer, Object value) {
        String[] steps = pointer.substring(1).split("/", 2);
        if (steps.length == 1) {
            fields.put(steps[0], value);
            return;
        }
        @SuppressWarnings("unchecked") // every object on the way was made here
        var object = (Map<String, Object>) fields.computeIfAbsent(steps[0], _ -> new LinkedHashMap<String, Object>());
        put(object, '/' + steps[1], value);
    }

    /// What is wrong, naming the flag rather than the field.
    static String words(Violation violation, List<WorkloadFlag> flags) {
        return flags.stream()
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
