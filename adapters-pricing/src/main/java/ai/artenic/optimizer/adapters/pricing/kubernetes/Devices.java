package ai.artenic.optimizer.adapters.pricing.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the accelerators of a node from what it can allocate and the labels of NVIDIA's GPU feature discovery or of
/// AMD's node labeller.
///
/// A device plugin can cut accelerators: into partitions (MIG), which have memory of their own, or by time (replicas,
/// `-SHARED`), which nothing keeps apart. What can be allocated are then pieces of accelerators, and a job that asks
/// for more pieces gets no larger one. So each kind of piece is an offer of its own: a share of one accelerator, of its
/// memory, and of the node.
final class Devices {
    private static final Pattern RESOURCE =
            Pattern.compile("(nvidia\\.com/(?:gpu|mig-[\\w.]+?)|amd\\.com/gpu)(\\.shared)?");
    private static final Pattern PARTITION = Pattern.compile("(?i)MIG-(\\d+)g\\.(\\d+)gb");
    private static final Pattern CUT = Pattern.compile("(?i)-(MIG-.*|SHARED)$");
    private static final int PARTS_OF_A30 = 4;
    private static final int PARTS = 7;
    private static final double MIB_PER_GB = 1024;
    private static final double BYTES_PER_GB = 1e9;

    /// Labels that name the accelerator where the vendor's do not.
    private static final List<String> OTHER_NAMES =
            List.of("cloud.google.com/gke-accelerator", "karpenter.k8s.aws/instance-gpu-name");

    private final Map<String, String> labels;
    private final List<String> problems;
    private final List<Portion> portions = new ArrayList<>();
    private double accelerators;

    private Devices(Map<String, String> labels, List<String> problems) {
        this.labels = labels;
        this.problems = problems;
    }

    /// What a job can have of the node.
    ///
    /// @param allocatable amounts by resource
    /// @param problems takes what is unclear
    static List<Portion> portions(Map<String, String> labels, Map<String, Double> allocatable, List<String> problems) {
        var devices = new Devices(labels, problems);
        boolean isBare = true;
        for (var resource : allocatable.entrySet()) {
            Matcher matcher = RESOURCE.matcher(resource.getKey());
            if (matcher.matches()) {
                isBare = false;
                if (resource.getValue() > 0) {
                    devices.add(matcher.group(1), matcher.group(2) != null, resource.getValue());
                }
            }
        }
        if (isBare) {
            return List.of(Portion.PLAIN);
        }
        if (devices.portions.isEmpty() && problems.isEmpty()) {
            problems.add("none of its accelerators can be allocated");
        }
        return devices.portions.stream()
                .map(portion -> portion.ofNode(devices.accelerators))
                .toList();
    }

    private void add(String resource, boolean isShared, double count) {
        Optional<String> device = device(resource);
        String name = device.orElse("");
        double replicas = replicas(resource, isShared || name.endsWith("-SHARED"), count);
        double share = partition(resource, name) / replicas;
        OptionalDouble memory = memoryGb(resource, name);
        if (share < 1 && (device.isEmpty() || memory.isEmpty())) {
            problems.add("the kind or the memory of its " + resource + " is not stated");
            return;
        }
        accelerators += share * count;
        double each = share < 1 ? share : count;
        OptionalDouble memoryEach = memory.isPresent() ? OptionalDouble.of(memory.getAsDouble() / replicas) : memory;
        Optional<String> whole = device.map(text -> CUT.matcher(text).replaceFirst(""));
        String called = share < 1 && whole.equals(device) ? name + "-SHARED" : name;
        portions.add(new Portion(called, whole, each, memoryEach, each));
    }

    private Optional<String> device(String resource) {
        return label(resource.startsWith("amd") ? resource + ".product-name" : resource + ".product")
                .or(() -> OTHER_NAMES.stream()
                        .flatMap(name -> label(name).stream())
                        .findFirst());
    }

    private double replicas(String resource, boolean isShared, double count) {
        double stated = number(resource + ".replicas");
        if (stated > 1 || !isShared) {
            return Math.max(1, stated);
        }
        double pieces = count / number(resource + ".count");
        if (!(pieces > 1) || Double.isInfinite(pieces)) {
            problems.add("by how many its " + resource + " is shared is not stated");
            return 1;
        }
        return pieces;
    }

    /// Share of the accelerator's processors that a partition has; 1 where it is whole.
    private static double partition(String resource, String name) {
        Matcher matcher = PARTITION.matcher(name + " " + resource);
        int parts = name.contains("A30") ? PARTS_OF_A30 : PARTS;
        return matcher.find() ? Math.min(1, Double.parseDouble(matcher.group(1)) / parts) : 1;
    }

    private OptionalDouble memoryGb(String resource, String name) {
        double megabytes = number(resource + ".memory");
        if (megabytes > 0) {
            return OptionalDouble.of(megabytes / MIB_PER_GB);
        }
        double bytes = label(resource + ".vram")
                .map(ResourceQuantity::parse)
                .orElse(OptionalDouble.empty())
                .orElse(0);
        if (bytes > 0) {
            return OptionalDouble.of(bytes / BYTES_PER_GB);
        }
        Matcher matcher = PARTITION.matcher(name);
        return matcher.find() ? OptionalDouble.of(Double.parseDouble(matcher.group(2))) : OptionalDouble.empty();
    }

    private double number(String label) {
        return label(label)
                .map(ResourceQuantity::parse)
                .orElse(OptionalDouble.empty())
                .orElse(0);
    }

    private Optional<String> label(String name) {
        return Optional.ofNullable(labels.get(name)).filter(text -> !text.isBlank());
    }
}
