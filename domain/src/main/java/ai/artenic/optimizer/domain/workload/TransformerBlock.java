package ai.artenic.optimizer.domain.workload;

import java.util.Optional;
import java.util.OptionalInt;

/// The inside of a transformer block, by the names model configurations use.
///
/// @param intermediateSize width of the feed-forward part
/// @param attentionHeads query heads
/// @param keyValueHeads key and value heads; fewer than the query heads where they are shared
/// @param gatedMlp whether the feed-forward part is gated (SwiGLU and its like: three matrices instead of two)
public record TransformerBlock(
        OptionalInt intermediateSize,
        OptionalInt attentionHeads,
        OptionalInt keyValueHeads,
        Optional<Boolean> gatedMlp) {
    public static final TransformerBlock UNSTATED =
            new TransformerBlock(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), Optional.empty());
}
