package ai.artenic.optimizer.adapters.pricing.kubernetes;

import java.util.List;

/// Nodes of one type in one region that offer the same portion.
///
/// @param nodes at least one
record Alike(String name, Portion portion, List<Node> nodes) {
    Alike {
        nodes = List.copyOf(nodes);
    }

    /// One of them, for what they share.
    Node any() {
        return nodes.getFirst();
    }

    /// What a job surely gets: nodes differ a little in what they keep for themselves.
    double leastVcpus() {
        return portion.fraction()
                * nodes.stream().mapToDouble(Node::vcpus).min().orElseThrow();
    }

    double leastMemoryGb() {
        return portion.fraction()
                * nodes.stream().mapToDouble(Node::memoryGb).min().orElseThrow();
    }

    boolean isAnyReady() {
        return nodes.stream().anyMatch(Node::isReady);
    }

    boolean isAnySpot() {
        return nodes.stream().anyMatch(Node::isSpot);
    }
}
