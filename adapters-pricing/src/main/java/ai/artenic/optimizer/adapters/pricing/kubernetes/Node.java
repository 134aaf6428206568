package ai.artenic.optimizer.adapters.pricing.kubernetes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// A node of a cluster as the API shows it.
///
/// @param type the label of its instance type; empty where it says nothing of the machine
/// @param cloud key of the provider whose machine it is, as far as the node tells
/// @param vcpus cores that can be allocated
/// @param isReady whether something can be scheduled on it now
/// @param isSpot whether a cloud may take it back
record Node(
        String name,
        Optional<String> type,
        String region,
        Optional<String> zone,
        Optional<String> cloud,
        double vcpus,
        double memoryGb,
        List<Portion> portions,
        boolean isReady,
        boolean isSpot) {
    private static final double BYTES_PER_GB = 1L << 30;

    /// What distributions write where the machine has no type.
    private static final Set<String> NO_TYPE = Set.of("k3s", "rke2", "unknown");

    private static final Map<String, String> CLOUDS = Map.of(
            "aws", "aws", "gce", "gcp", "azure", "azure", "hcloud", "hetzner", "scaleway", "scaleway", "oci", "oci");

    private static final Map<String, String> SPOT = Map.of(
            "karpenter.sh/capacity-type", "spot",
            "eks.amazonaws.com/capacityType", "SPOT",
            "cloud.google.com/gke-spot", "true",
            "kubernetes.azure.com/scalesetpriority", "spot");

    private static final Set<String> CONTROL_PLANE =
            Set.of("node-role.kubernetes.io/control-plane", "node-role.kubernetes.io/master");

    /// The node's name, as far as there is one.
    static String name(JsonNode item) {
        return item.path("metadata").path("name").asString("a node without a name");
    }

    /// Whether jobs are kept off it because it runs the cluster.
    static boolean isControlPlane(JsonNode item) {
        return item.path("spec")
                .path("taints")
                .valueStream()
                .anyMatch(taint -> CONTROL_PLANE.contains(taint.path("key").asString("")));
    }

    /// The node; empty where something is unclear.
    ///
    /// @param problems takes what is unclear
    static Optional<Node> read(JsonNode item, List<String> problems) {
        Map<String, String> labels = texts(item.path("metadata").path("labels"));
        Map<String, Double> allocatable = amounts(item.path("status").path("allocatable"));
        double vcpus = allocatable.getOrDefault("cpu", 0.0);
        double memory = allocatable.getOrDefault("memory", 0.0) / BYTES_PER_GB;
        var unclear = new ArrayList<String>();
        if (!(vcpus > 0 && memory > 0)) {
            unclear.add("its cores or its memory are not stated");
        }
        List<Portion> portions = Devices.portions(labels, allocatable, unclear);
        problems.addAll(unclear);
        return unclear.isEmpty()
                ? Optional.of(new Node(
                        name(item),
                        Optional.ofNullable(labels.get("node.kubernetes.io/instance-type"))
                                .filter(type -> !type.isBlank() && !NO_TYPE.contains(type)),
                        labels.getOrDefault("topology.kubernetes.io/region", "cluster"),
                        Optional.ofNullable(labels.get("topology.kubernetes.io/zone")),
                        cloud(item.path("spec").path("providerID").asString("")),
                        vcpus,
                        memory,
                        portions,
                        isReady(item),
                        SPOT.entrySet().stream()
                                .anyMatch(spot -> spot.getValue().equals(labels.get(spot.getKey())))))
                : Optional.empty();
    }

    /// What an offer of this portion is called: the type, or where there is none the shape of the machine.
    String offerName(Portion portion) {
        if (type.isPresent()) {
            return type.get() + (portion.isSlice() ? portion.suffix() : "");
        }
        String shape = Math.round(vcpus) + "cpu-" + Math.round(memoryGb) + "gb";
        String devices = portion.device().isEmpty() ? "gpu" : portion.device();
        return shape
                + (portion.isSlice()
                        ? "-" + devices
                        : portion.hasGpu() ? "-" + Math.round(portion.gpuCount()) + "x" + devices : "");
    }

    private static Optional<String> cloud(String providerId) {
        return providerId.startsWith("ocid1.")
                ? Optional.of("oci")
                : Optional.ofNullable(CLOUDS.get(providerId.replaceFirst(":.*", "")));
    }

    private static boolean isReady(JsonNode item) {
        boolean isSchedulable = !item.path("spec").path("unschedulable").asBoolean(false);
        return isSchedulable
                && item.path("status")
                        .path("conditions")
                        .valueStream()
                        .anyMatch(
                                condition -> condition.path("type").asString("").equals("Ready")
                                        && condition.path("status").asString("").equals("True"));
    }

    private static Map<String, String> texts(JsonNode object) {
        var texts = new HashMap<String, String>();
        object.forEachEntry((name, value) -> texts.put(name, value.asString("").strip()));
        return texts;
    }

    private static Map<String, Double> amounts(JsonNode object) {
        var amounts = new HashMap<String, Double>();
        object.forEachEntry((name, value) -> {
            OptionalDouble amount = ResourceQuantity.parse(value.asString(""));
            amount.ifPresent(known -> amounts.put(name, known));
        });
        return amounts;
    }
}
