package ai.artenic.optimizer.adapters.pricing.gcp;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Something that a machine is made of and that has a price of its own.
///
/// @param name the machine family in the list's spelling (`a2`, `a3plus`), or the accelerator's type
record Part(Resource resource, String name) {
    /// What is counted.
    enum Resource {
        /// One vCPU.
        CORE,
        /// One GiB of memory.
        RAM,
        /// One accelerator without the machine around it.
        ACCELERATOR,
        /// One accelerator with its share of the machine: `A4 Nvidia B200 (1 gpu slice)`.
        SLICE,
        /// One GiB of local SSD.
        LOCAL_SSD
    }

    /// Local SSD of no particular family.
    static final Part LOCAL_SSD = new Part(Resource.LOCAL_SSD, "");

    private static final Pattern HOST = Pattern.compile("(.+?)(?: Instance)? (Core|Ram)");
    private static final Pattern FAMILY = Pattern.compile("([A-Za-z]\\d\\w*)(?: (?:AMD|Arm|Predefined))?");
    private static final Pattern FAMILY_SSD = Pattern.compile("([A-Za-z]\\d\\w*) Instance Local SSD");
    private static final Pattern SLICE = Pattern.compile("([A-Za-z]\\d\\w*) Nvidia .+ \\(1 gpu slice\\)");
    private static final Map<String, String> OLD_FAMILIES = Map.of("Compute optimized", "c2", "Memory-optimized", "m1");
    private static final Map<String, String> ACCELERATORS = Map.ofEntries(
            Map.entry("Nvidia Tesla K80 GPU", "K80"),
            Map.entry("Nvidia Tesla P4 GPU", "P4"),
            Map.entry("Nvidia Tesla P100 GPU", "P100"),
            Map.entry("Nvidia Tesla T4 GPU", "T4"),
            Map.entry("Nvidia Tesla V100 GPU", "V100"),
            Map.entry("Nvidia Tesla A100 GPU", "A100-40GB"),
            Map.entry("Nvidia Tesla A100 80GB GPU", "A100-80GB"),
            Map.entry("Nvidia L4 GPU", "L4"),
            Map.entry("Nvidia H100 80GB GPU", "H100"),
            Map.entry("Nvidia H100 80GB Plus GPU", "H100 Mega"),
            Map.entry("Nvidia H100 80GB Mega GPU", "H100 Mega"),
            Map.entry("Nvidia H100 Mega 80GB GPU", "H100 Mega"),
            Map.entry("H200 141GB GPU", "H200"),
            Map.entry("RTX 6000 96GB", "RTXPRO6000"),
            Map.entry("TpuV5e", "TPU-v5e"),
            Map.entry("TpuV5p", "TPU-v5p"),
            Map.entry("TpuV6e", "TPU-v6e"));

    /// The part of which a SKU says this, without the words about place and spot; empty if it is none of a machine.
    static Optional<Part> of(String description) {
        if (ACCELERATORS.containsKey(description)) {
            return Optional.of(new Part(Resource.ACCELERATOR, ACCELERATORS.get(description)));
        }
        if (description.equals("SSD backed Local Storage")) {
            return Optional.of(LOCAL_SSD);
        }
        Matcher host = HOST.matcher(description);
        if (host.matches()) {
            Resource resource = host.group(2).equals("Core") ? Resource.CORE : Resource.RAM;
            return family(host.group(1)).map(family -> new Part(resource, family));
        }
        return named(SLICE, description, Resource.SLICE).or(() -> named(FAMILY_SSD, description, Resource.LOCAL_SSD));
    }

    private static Optional<String> family(String label) {
        Matcher family = FAMILY.matcher(label);
        return family.matches()
                ? Optional.of(family.group(1).toLowerCase(Locale.ROOT))
                : Optional.ofNullable(OLD_FAMILIES.get(label));
    }

    private static Optional<Part> named(Pattern pattern, String description, Resource resource) {
        Matcher matcher = pattern.matcher(description);
        return matcher.matches()
                ? Optional.of(new Part(resource, matcher.group(1).toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }
}
