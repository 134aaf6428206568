package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.FxRates;
import ai.artenic.optimizer.application.port.FxSource;
import ai.artenic.optimizer.application.port.FxSource.Reading;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.pricing.FxRate;
import ai.artenic.optimizer.domain.pricing.SourceReport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Keeps the exchange rates up to date. Where none can be had, the last known ones stay, with their date: at weekends
/// there are no new ones, and none is ever guessed.
public final class RefreshRates {
    /// Longer than any row of days on which the central bank sets no rates.
    static final long DAYS_MOST = 7;

    private final FxSource source;
    private final FxRates store;
    private final Predicate<List<FxRate>> use;
    private final InstantSource clock;
    private final Duration interval;
    private Optional<Instant> dueAt = Optional.empty();
    private Optional<String> lastError = Optional.empty();

    /// What came of it.
    ///
    /// @param isChanged whether prices are converted otherwise from now on
    /// @param report of the source; says if the rates in use are old
    public record RatesAnswer(boolean isChanged, SourceReport report) {}

    /// @param use takes rates into use, and tells whether any was newer than what was in use
    public RefreshRates(
            FxSource source, FxRates store, Predicate<List<FxRate>> use, InstantSource clock, Duration interval) {
        this.source = source;
        this.store = store;
        this.use = use;
        this.clock = clock;
        this.interval = interval;
    }

    /// Reads the rates if they are due, and takes what any replica read into use.
    ///
    /// @throws ai.artenic.optimizer.application.port.StoreUnavailableException if the kept rates cannot be reached
    public synchronized RatesAnswer refresh() {
        Instant now = clock.instant();
        if (dueAt.map(due -> !due.isAfter(now)).orElse(true)) {
            lastError = read();
            dueAt = Optional.of(now.plus(lastError.isPresent() ? RefreshPrices.RETRY : interval));
        }
        List<FxRate> newest = store.newest();
        boolean isChanged = use.test(newest);
        return new RatesAnswer(
                isChanged,
                new SourceReport(
                        "exchange rates",
                        Provenance.Source.LIVE,
                        0,
                        List.of(),
                        lastError.or(() -> tooOld(newest, now))));
    }

    private Optional<String> read() {
        return switch (source.read()) {
            case Reading.Failed(String reason) -> Optional.of(reason);
            case Reading.Read(List<FxRate> rates) -> {
                store.keep(rates);
                yield Optional.empty();
            }
        };
    }

    private static Optional<String> tooOld(List<FxRate> newest, Instant now) {
        LocalDate oldest = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS_MOST);
        return newest.stream()
                .map(FxRate::date)
                .max(Comparator.naturalOrder())
                .filter(date -> date.isBefore(oldest))
                .map(date -> "the newest are of " + date);
    }
}
