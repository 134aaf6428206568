package ai.artenic.optimizer.adapters.pricing.spi;

import java.time.Duration;

/// How often prices of a source change.
public enum Freshness {
    /// A market of single hosts, which come and go.
    MINUTES(Duration.ofMinutes(10)),
    /// Spot markets and stock.
    HOURS(Duration.ofHours(1)),
    /// Price lists.
    DAYS(Duration.ofHours(12));

    private final Duration interval;

    Freshness(Duration interval) {
        this.interval = interval;
    }

    /// Time between two readings.
    public Duration interval() {
        return interval;
    }
}
