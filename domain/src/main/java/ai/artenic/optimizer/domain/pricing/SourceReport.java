package ai.artenic.optimizer.domain.pricing;

import ai.artenic.optimizer.domain.offer.Provenance;
import java.util.List;
import java.util.Optional;

/// What came of reading one price source.
///
/// @param origin the source by name
/// @param offers offers read, before the sanity gate
/// @param badRows rows that could not be read, with line and reason
/// @param lastError why the source could not be read at all, if so
/// @param coverage the regions it tells of
public record SourceReport(
        String origin,
        Provenance.Source kind,
        int offers,
        List<BadRow> badRows,
        Optional<String> lastError,
        Coverage coverage) {
    public SourceReport {
        badRows = List.copyOf(badRows);
    }

    /// Of a source that is read as a whole.
    public SourceReport(
            String origin, Provenance.Source kind, int offers, List<BadRow> badRows, Optional<String> lastError) {
        this(origin, kind, offers, badRows, lastError, Coverage.WHOLE);
    }

    /// The same with another coverage.
    public SourceReport covering(Coverage other) {
        return new SourceReport(origin, kind, offers, badRows, lastError, other);
    }
}
