package ai.artenic.optimizer.adapters.pricing.kubernetes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Nodes as the API of a cluster shows them, in values of our own.
final class Cluster {
    private Cluster() {}

    /// A node that is ready.
    static NodeText node(String name) {
        return new NodeText(name);
    }

    /// A page of the list.
    static String page(String next, NodeText... nodes) {
        return "{\"kind\": \"NodeList\", \"metadata\": {\"continue\": \"%s\"}, \"items\": [%s]}"
                .formatted(
                        next,
                        String.join(",", Stream.of(nodes).map(NodeText::json).toList()));
    }

    /// A node in the making.
    static final class NodeText {
        private final String name;
        private final Map<String, String> labels = new LinkedHashMap<>();
        private final Map<String, String> allocatable = new LinkedHashMap<>();
        private String spec = "";
        private String ready = "True";

        private NodeText(String name) {
            this.name = name;
            this.allocatable.put("cpu", "8");
            this.allocatable.put("memory", "32Gi");
        }

        NodeText type(String type, String region) {
            return label("node.kubernetes.io/instance-type", type).label("topology.kubernetes.io/region", region);
        }

        NodeText label(String label, String value) {
            labels.put(label, value);
            return this;
        }

        NodeText has(String resource, String amount) {
            allocatable.put(resource, amount);
            return this;
        }

        /// Labelled accelerators, whole or cut.
        NodeText gpus(String resource, String count, String product, String mebibytes) {
            return has(resource, count).label(resource + ".product", product).label(resource + ".memory", mebibytes);
        }

        NodeText spec(String json) {
            spec = json;
            return this;
        }

        NodeText notReady() {
            ready = "Unknown";
            return this;
        }

        String json() {
            return """
                    {"metadata": {"name": "%s", "labels": %s}, "spec": {%s},
                     "status": {"allocatable": %s, "conditions": [
                       {"type": "MemoryPressure", "status": "False"}, {"type": "Ready", "status": "%s"}]}}
                    """.formatted(name, json(labels), spec, json(allocatable), ready);
        }

        private static String json(Map<String, String> texts) {
            return texts.entrySet().stream()
                    .map(entry -> "\"" + entry.getKey() + "\": \"" + entry.getValue() + "\"")
                    .collect(Collectors.joining(",", "{", "}"));
        }
    }
}
