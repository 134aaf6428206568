package ai.artenic.optimizer.domain.evaluation;

/// Some time of a spot zone, as it was measured.
///
/// @param trace the series it belongs to
/// @param hasGpu whether the nodes had GPUs
/// @param start hours since the series began, >= 0
/// @param length hours, > 0
/// @param isUp whether a node ran, or could be had
public record SpotSpan(String trace, boolean hasGpu, double start, double length, boolean isUp) {
    double end() {
        return start + length;
    }
}
