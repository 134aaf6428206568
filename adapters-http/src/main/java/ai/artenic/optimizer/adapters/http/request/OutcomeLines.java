package ai.artenic.optimizer.adapters.http.request;

import ai.artenic.optimizer.adapters.http.problem.Problem;
import ai.artenic.optimizer.adapters.http.problem.ProblemException;
import ai.artenic.optimizer.adapters.http.problem.ProblemKind;
import ai.artenic.optimizer.application.usecase.ReportedLine;
import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.intake.Violation;
import ai.artenic.optimizer.domain.outcome.Outcome;
import ai.artenic.optimizer.domain.outcome.OutcomeReader;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The outcomes of a body of JSON lines, read as they arrive. Blank lines are skipped, and counted.
///
/// A body that breaks off ends the lines; [#fault] then tells why.
public final class OutcomeLines implements Iterator<ReportedLine> {
    private static final int LONGEST_LINE = 1 << 20;

    private final ByteLines lines;
    private final InstantSource clock;
    private @Nullable ReportedLine ahead;
    private @Nullable Problem fault;
    private boolean isAtEnd;
    private long number;

    /// @param timeMost longest time that one line may take to arrive
    /// @param clock no outcome can lie in its future
    public OutcomeLines(InputStream input, Duration timeMost, InstantSource clock) {
        this.lines = new ByteLines(input, LONGEST_LINE, timeMost);
        this.clock = clock;
    }

    @Override
    public boolean hasNext() {
        if (ahead == null && !isAtEnd) {
            ahead = read();
            isAtEnd = ahead == null;
        }
        return ahead != null;
    }

    @Override
    public ReportedLine next() {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException();
        }
        ReportedLine line = ahead;
        ahead = null;
        return line;
    }

    /// Why the body broke off; empty if it did not.
    public Optional<Problem> fault() {
        return Optional.ofNullable(fault);
    }

    private @Nullable ReportedLine read() {
        try {
            lines.await();
            for (byte[] line = lines.read(); line != null; line = lines.read()) {
                number++;
                if (lines.isTooLong()) {
                    return refused("is longer than the " + LONGEST_LINE + " bytes that are read of a line");
                }
                if (!isBlank(line)) {
                    return new ReportedLine(number, outcome(line));
                }
            }
        } catch (TimeoutException e) {
            fault = new Problem.Plain(ProblemKind.REQUEST_TIMEOUT, "The next line did not arrive in time.");
        } catch (IOException e) {
            fault = Body.fault(e);
        }
        return null;
    }

    private Intake<Outcome> outcome(byte[] line) {
        try {
            return JsonBody.read(line).intake(fields -> OutcomeReader.read(fields, clock.instant()));
        } catch (ProblemException e) {
            return new Intake.Refused<>(violations(e.problem()));
        }
    }

    private static List<Violation> violations(Problem problem) {
        return problem instanceof Problem.Invalid(var violations)
                ? violations
                : List.of(new Violation("", problem.detail().replaceFirst("^The body ", "")));
    }

    private ReportedLine refused(String message) {
        return new ReportedLine(number, new Intake.Refused<>(List.of(new Violation("", message))));
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
