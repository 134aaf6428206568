package ai.artenic.optimizer.adapters.pricing.aws;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A product of a price list, told attribute by attribute under the names of the JSON list, of which only what
/// matters is kept. Sorts out what is no Linux machine on shared hardware at its plain on-demand price: other
/// operating systems, bundled software, dedicated hosts, reserved but unused capacity, capacity blocks, local zones.
final class Product {
    private static final Map<String, Set<String>> ACCEPTED = Map.of(
            "productFamily", Set.of("Compute Instance", "Compute Instance (bare metal)"),
            "locationType", Set.of("AWS Region"),
            "tenancy", Set.of("Shared"),
            "operatingSystem", Set.of("Linux"),
            "licenseModel", Set.of("No License required"),
            "preInstalledSw", Set.of("NA", ""),
            "capacitystatus", Set.of("Used"),
            "marketoption", Set.of("OnDemand"));
    private static final Set<String> KEPT =
            Set.of("instanceType", "vcpu", "memory", "gpu", "usagetype", "tenancy", "operatingSystem");
    private static final Set<String> REQUIRED = Set.of("instanceType", "usagetype", "tenancy", "operatingSystem");
    /// Plain use of a machine, such as `EUC1-BoxUsage:p5.48xlarge`; the oldest type stands without its name. Holds
    /// where a list leaves out the capacity status.
    private static final Pattern PLAIN_USE = Pattern.compile("(?:[A-Z0-9]+-)?BoxUsage(?::.*)?");

    private final Map<String, String> attributes = new HashMap<>();
    private boolean refused;

    /// Whether the value of this attribute still makes a difference.
    boolean wants(String attribute) {
        return !refused && (ACCEPTED.containsKey(attribute) || KEPT.contains(attribute));
    }

    void take(String attribute, String value) {
        refused |= ACCEPTED.containsKey(attribute) && !ACCEPTED.get(attribute).contains(value);
        if (KEPT.contains(attribute)) {
            attributes.put(attribute, value);
        }
    }

    /// Whether this is a product of interest, once all attributes are told.
    boolean isSharedLinux() {
        return !refused
                && attributes.keySet().containsAll(REQUIRED)
                && PLAIN_USE.matcher(attributes.get("usagetype")).matches();
    }

    /// With its price, once it is known to be of interest.
    Listed at(Optional<String> price) {
        return Listed.of(
                attributes.getOrDefault("instanceType", ""),
                attributes.get("vcpu"),
                attributes.get("memory"),
                attributes.get("gpu"),
                price);
    }
}
