package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.outcome.Outcome;

/// One outcome of an import, as it could be read.
///
/// @param number of the line, from 1
public record ReportedLine(long number, Intake<Outcome> intake) {}
