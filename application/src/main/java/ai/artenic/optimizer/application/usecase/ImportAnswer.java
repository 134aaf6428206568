package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.domain.intake.Violation;
import java.util.List;
import java.util.Optional;

/// What came of an import.
///
/// @param accepted outcomes kept that were not known before
/// @param duplicates outcomes that were kept before, with the same content
/// @param rejected the first lines that were not kept, each with its reasons
/// @param rejectedTotal all lines that were not kept
/// @param halt why the import ended before its last line; empty if it did not
public record ImportAnswer(
        long accepted, long duplicates, List<RejectedLine> rejected, long rejectedTotal, Optional<Halt> halt) {
    /// Lines told one by one.
    public static final int MOST_REJECTED = 100;

    public ImportAnswer {
        rejected = List.copyOf(rejected);
    }

    /// A line that was not kept.
    public record RejectedLine(long line, List<Violation> errors) {
        public RejectedLine {
            errors = List.copyOf(errors);
        }
    }

    /// The store went away. Lines before `line` are kept or told as rejected; from it on, any may be missing.
    public record Halt(long line, String reason) {}
}
