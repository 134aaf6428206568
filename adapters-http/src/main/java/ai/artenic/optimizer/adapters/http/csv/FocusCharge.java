package ai.artenic.optimizer.adapters.http.csv;

import ai.artenic.optimizer.adapters.http.json.Json;
import ai.artenic.optimizer.domain.cost.anomaly.SpentJob;
import ai.artenic.optimizer.domain.cost.history.Days;
import ai.artenic.optimizer.domain.cost.history.Period;
import ai.artenic.optimizer.domain.outcome.Ending;
import ai.artenic.optimizer.domain.outcome.FailureKind;
import ai.artenic.optimizer.domain.outcome.Run;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A job as a charge, in the terms of FOCUS. It is billed in the month in which it ended, as it counts in the
/// summary of spending, even if it began in an earlier one.
record FocusCharge(SpentJob job) {
    private static final int SECONDS_PER_HOUR = 3_600;

    Run run() {
        return job.run();
    }

    BigDecimal cost() {
        return run().cost().amount();
    }

    String provider() {
        return run().provider().key();
    }

    @Nullable
    String region() {
        return run().region().orElse(null);
    }

    /// At least a second before the end: periods do not include their end, and an empty one has no day.
    Instant start() {
        return end().minusSeconds(Math.max(1, Math.round(run().hours() * SECONDS_PER_HOUR)));
    }

    /// Exclusive; to the second, as the format wants it.
    Instant end() {
        return job.at().truncatedTo(ChronoUnit.SECONDS);
    }

    Instant billingPeriodStart() {
        return startOf(month());
    }

    Instant billingPeriodEnd() {
        return startOf(Period.MONTH.next(month()));
    }

    private LocalDate month() {
        return Period.MONTH.start(Days.of(job.at()));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /// Hours of all nodes together; of one, where nobody said how many there were.
    BigDecimal nodeHours() {
        return BigDecimal.valueOf(run().hours())
                .multiply(BigDecimal.valueOf(run().nodeCount().orElse(1)))
                .stripTrailingZeros();
    }

    @Nullable
    Integer nodeCount() {
        return run().nodeCount().isPresent() ? run().nodeCount().getAsInt() : null;
    }

    @Nullable
    FailureKind failureKind() {
        return job.ending() instanceof Ending.Failed(var why) ? why.orElse(null) : null;
    }

    String description() {
        return "Training job on " + run().instanceType() + " of " + provider()
                + run().region().map(region -> " in " + region).orElse("") + ", " + terms();
    }

    /// Names the price in our catalogue and in the history of prices.
    String priceId() {
        return String.join(
                "/",
                provider(),
                run().instanceType(),
                run().region().orElse(""),
                run().isSpot() ? "spot" : "on-demand");
    }

    String priceDetails() {
        return Json.text(Map.of("InstanceType", run().instanceType()));
    }

    private String terms() {
        return run().isSpot() ? "spot" : "on demand";
    }
}
