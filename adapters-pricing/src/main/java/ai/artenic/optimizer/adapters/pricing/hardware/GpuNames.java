package ai.artenic.optimizer.adapters.pricing.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the many spellings of an accelerator's name: `NVIDIA A100-SXM4-80GB`, `a100_80gb`, `Tesla T4`, `RTX_4090`.
final class GpuNames {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");
    private static final Pattern SPACED_MEMORY = Pattern.compile("(\\d) +Gi?B\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern MEMORY = Pattern.compile("(\\d+)GB?");
    private static final Pattern FORM_FACTOR =
            Pattern.compile("SXM\\d?|PCIE|NVLINK|HBM\\d?E?|OAM|HGX|NVL72|NVL|TENSOR|CORE|AC|\\d+GB?");
    private static final Set<String> VENDORS = Set.of(
            "NVIDIA",
            "AMD",
            "INSTINCT",
            "INTEL",
            "AWS",
            "GOOGLE",
            "TESLA",
            "GEFORCE",
            "RADEON",
            "GENERATION",
            "BLACKWELL",
            "SERVER",
            "EDITION",
            "QUALCOMM");

    private GpuNames() {}

    /// Keys to look a name up by, most telling first: all its words, then without form factor and memory.
    static List<String> keys(String name) {
        List<String> words = words(name);
        var keys = new ArrayList<String>();
        keys.add(String.join("", words));
        keys.add(joined(words, MEMORY));
        keys.add(joined(words, FORM_FACTOR));
        return keys;
    }

    /// Memory in GB that the name itself states.
    static OptionalDouble memoryGb(String name) {
        for (String word : words(name)) {
            Matcher memory = MEMORY.matcher(word);
            if (memory.matches()) {
                return OptionalDouble.of(Double.parseDouble(memory.group(1)));
            }
        }
        return OptionalDouble.empty();
    }

    private static String joined(List<String> words, Pattern without) {
        return String.join(
                "",
                words.stream().filter(word -> !without.matcher(word).matches()).toList());
    }

    private static List<String> words(String name) {
        var words = new ArrayList<String>();
        Matcher matcher = WORD.matcher(SPACED_MEMORY.matcher(name).replaceAll("$1GB"));
        while (matcher.find()) {
            String word = matcher.group().toUpperCase(Locale.ROOT);
            if (!VENDORS.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }
}
