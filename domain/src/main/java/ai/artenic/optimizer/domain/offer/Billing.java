package ai.artenic.optimizer.domain.offer;

import java.util.Map;

/// How a provider turns hours of running into hours on the bill: started units of time, and at least so many.
///
/// The table holds what the providers' public price pages said in 2025, from general knowledge; it was not checked
/// against bills. Providers that are not in it, an operator's own among them, are taken to bill what runs.
///
/// @param unitHours hours of the unit, of which started ones count in full; 0 where the bill is continuous
/// @param leastHours least hours billed for one run
public record Billing(double unitHours, double leastHours) {
    /// What runs is what is billed.
    public static final Billing CONTINUOUS = new Billing(0, 0);

    private static final double SECOND = 1.0 / 3600;
    private static final double MINUTE = 1.0 / 60;
    private static final Billing BY_THE_SECOND = new Billing(SECOND, SECOND);
    private static final Billing BY_THE_SECOND_FROM_A_MINUTE = new Billing(SECOND, MINUTE);
    private static final Billing BY_THE_MINUTE = new Billing(MINUTE, MINUTE);
    private static final Billing BY_TEN_MINUTES = new Billing(10 * MINUTE, 10 * MINUTE);
    private static final Billing BY_THE_HOUR = new Billing(1, 1);
    private static final Map<String, Billing> BY_PROVIDER = Map.ofEntries(
            Map.entry("aws", BY_THE_SECOND_FROM_A_MINUTE),
            Map.entry("gcp", BY_THE_SECOND_FROM_A_MINUTE),
            Map.entry("azure", BY_THE_SECOND),
            Map.entry("oci", BY_THE_SECOND_FROM_A_MINUTE),
            Map.entry("runpod", BY_THE_SECOND),
            Map.entry("vastai", BY_THE_SECOND),
            Map.entry("lambda_labs", BY_THE_MINUTE),
            Map.entry("coreweave", BY_THE_MINUTE),
            Map.entry("verda", BY_TEN_MINUTES),
            Map.entry("scaleway", BY_THE_HOUR),
            Map.entry("ovh", BY_THE_HOUR),
            Map.entry("infomaniak", BY_THE_HOUR),
            Map.entry("hetzner", BY_THE_HOUR));
    /// A duration that misses a whole unit by no more than rounding counts as whole.
    private static final double ROUNDING = 1e-9;

    public Billing {
        if (!(unitHours >= 0 && leastHours >= 0 && unitHours < 1000 && leastHours < 1000)) {
            throw new IllegalArgumentException(
                    "Billing must be at least 0 and below 1000 hours, was unit " + unitHours + ", least " + leastHours);
        }
    }

    /// The provider's way of billing.
    public static Billing of(Provider provider) {
        return BY_PROVIDER.getOrDefault(provider.key(), CONTINUOUS);
    }

    /// Hours on the bill for hours of running, never fewer. Rises with them, in steps.
    ///
    /// @param running hours of one run, >= 0
    public double hours(double running) {
        double whole = unitHours == 0 ? running : Math.ceil(running / unitHours - ROUNDING) * unitHours;
        return Math.max(leastHours, Math.max(running, whole));
    }
}
