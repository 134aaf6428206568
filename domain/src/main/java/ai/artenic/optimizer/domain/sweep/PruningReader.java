package ai.artenic.optimizer.domain.sweep;

import ai.artenic.optimizer.domain.intake.Bounds;
import ai.artenic.optimizer.domain.intake.RawObject;
import ai.artenic.optimizer.domain.intake.Terms;
import java.util.OptionalInt;

/// Reads a pruning out of its fields, noting every mistake. A field that means nothing to the kind is one.
final class PruningReader {
    private static final Bounds EPOCHS = Bounds.between(1, Integer.MAX_VALUE);
    private static final Bounds FACTOR = Bounds.between(2, Integer.MAX_VALUE);

    private PruningReader() {}

    /// @param epochs of one trial in full; `min_epochs` may not be more
    static Pruning read(RawObject fields, int epochs) {
        PruningKind kind = fields.choice("kind", PruningKind.class);
        OptionalInt factor = fields.optionalInteger("reduction_factor", FACTOR);
        OptionalInt least = fields.optionalInteger("min_epochs", EPOCHS);
        fields.refuseUnknownFields();
        if (factor.isPresent() && kind != PruningKind.SUCCESSIVE_HALVING) {
            refuseStranger(fields, "reduction_factor", kind);
        }
        if (least.isPresent() && kind == PruningKind.NONE) {
            refuseStranger(fields, "min_epochs", kind);
        }
        if (least.isPresent() && least.getAsInt() > epochs) {
            fields.refuse("min_epochs", "must not be more than num_epochs of the workload, which is " + epochs);
        }
        return switch (kind) {
            case NONE -> new Pruning.None();
            case MEDIAN -> new Pruning.Median(least.orElse(1));
            case SUCCESSIVE_HALVING ->
                new Pruning.SuccessiveHalving(
                        factor.orElse(Pruning.SuccessiveHalving.DEFAULT_REDUCTION_FACTOR), least.orElse(1));
        };
    }

    private static void refuseStranger(RawObject fields, String name, PruningKind kind) {
        fields.refuse(name, "means nothing to a pruning of kind " + Terms.wire(kind));
    }
}
