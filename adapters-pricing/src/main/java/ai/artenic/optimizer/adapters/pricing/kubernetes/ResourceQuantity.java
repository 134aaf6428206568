package ai.artenic.optimizer.adapters.pricing.kubernetes;

import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads amounts as Kubernetes writes them: `96`, `95500m`, `1582398188Ki`, `1.5Gi`, `129e6`.
final class ResourceQuantity {
    private static final Pattern FORM =
            Pattern.compile("(\\d{1,30}(?:\\.\\d{1,30})?(?:[eE][+-]?\\d{1,2})?)([A-Za-z]*)");
    private static final Map<String, BigDecimal> UNITS = Map.ofEntries(
            Map.entry("", BigDecimal.ONE),
            Map.entry("n", new BigDecimal("1e-9")),
            Map.entry("u", new BigDecimal("1e-6")),
            Map.entry("m", new BigDecimal("1e-3")),
            Map.entry("k", new BigDecimal("1e3")),
            Map.entry("M", new BigDecimal("1e6")),
            Map.entry("G", new BigDecimal("1e9")),
            Map.entry("T", new BigDecimal("1e12")),
            Map.entry("P", new BigDecimal("1e15")),
            Map.entry("Ki", BigDecimal.valueOf(1L << 10)),
            Map.entry("Mi", BigDecimal.valueOf(1L << 20)),
            Map.entry("Gi", BigDecimal.valueOf(1L << 30)),
            Map.entry("Ti", BigDecimal.valueOf(1L << 40)),
            Map.entry("Pi", BigDecimal.valueOf(1L << 50)));

    private ResourceQuantity() {}

    /// The amount in cores, bytes or pieces; empty where the text is none.
    static OptionalDouble parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches() || !UNITS.containsKey(matcher.group(2))) {
            return OptionalDouble.empty();
        }
        BigDecimal unit = UNITS.getOrDefault(matcher.group(2), BigDecimal.ONE);
        return OptionalDouble.of(new BigDecimal(matcher.group(1)).multiply(unit).doubleValue());
    }
}
