package ai.artenic.optimizer.adapters.pricing.rates;

import ai.artenic.optimizer.adapters.pricing.spi.SourceSettings;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads unit rates from settings: `cpu-rate`, `ram-rate`, and `gpu-rate`, which is one number for all accelerators
/// or a list such as `A100-80GB=1.60, L40S=0.85, *=0.95`.
public final class RateSettings {
    private static final Pattern GPU_RATE = Pattern.compile("(?:([^=]+?)\\s*=\\s*)?(\\d{1,9}(?:\\.\\d{1,20})?)");

    private RateSettings() {}

    /// The rates that are set; what is wrong is noted.
    public static UnitRates read(SourceSettings settings, List<String> problems) {
        return new UnitRates(
                settings.number("cpu-rate", problems),
                settings.number("ram-rate", problems),
                gpus(settings.list("gpu-rate", List.of()), problems));
    }

    private static Map<String, BigDecimal> gpus(List<String> rates, List<String> problems) {
        var gpus = new HashMap<String, BigDecimal>();
        for (String rate : rates) {
            Matcher matcher = GPU_RATE.matcher(rate);
            if (matcher.matches()) {
                String name = matcher.group(1) == null ? UnitRates.ANY : matcher.group(1);
                gpus.put(name, new BigDecimal(matcher.group(2)));
            } else {
                problems.add("gpu-rate must be a number, or a list such as A100-80GB=1.60, *=0.95");
            }
        }
        return gpus;
    }
}
