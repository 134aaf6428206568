package ai.artenic.optimizer.adapters.pricing.aws;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a price list says of one instance type in one region.
///
/// @param memoryGb in GiB, as AWS states it
/// @param gpus devices or the share of one; the list never says which model
/// @param price dollars per hour as written; empty where the type is not sold on demand
record Listed(
        String instanceType,
        OptionalDouble vcpus,
        OptionalDouble memoryGb,
        OptionalDouble gpus,
        Optional<String> price) {
    private static final Pattern NUMBER = Pattern.compile("([0-9][0-9,]*(?:\\.[0-9]+)?)");
    private static final Pattern GIB = Pattern.compile(NUMBER.pattern() + " GiB");

    /// From the texts of a price list, each null where it says nothing.
    static Listed of(
            String instanceType,
            @Nullable String vcpus,
            @Nullable String memory,
            @Nullable String gpus,
            Optional<String> price) {
        return new Listed(instanceType, size(vcpus, NUMBER), size(memory, GIB), size(gpus, NUMBER), price);
    }

    private static OptionalDouble size(@Nullable String text, Pattern form) {
        Matcher matcher = form.matcher(text == null ? "" : text.strip());
        double size = matcher.matches() ? Double.parseDouble(matcher.group(1).replace(",", "")) : 0;
        return size > 0 ? OptionalDouble.of(size) : OptionalDouble.empty();
    }
}
