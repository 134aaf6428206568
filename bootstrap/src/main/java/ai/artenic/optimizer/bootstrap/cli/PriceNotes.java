package ai.artenic.optimizer.bootstrap.cli;

import ai.artenic.optimizer.domain.pricing.PublishedCatalog;
import ai.artenic.optimizer.domain.pricing.SourceReport;
import java.io.PrintWriter;

/// Tells people what was wrong with prices: sources that failed, rows that could not be read, prices not believed.
final class PriceNotes {
    private static final int MOST_ROWS = 10;

    private PriceNotes() {}

    static void print(PublishedCatalog catalog, PrintWriter err) {
        for (SourceReport source : catalog.sources()) {
            source.lastError().ifPresent(error -> err.println(source.origin() + ": " + error));
            source.badRows().stream()
                    .limit(MOST_ROWS)
                    .forEach(row -> err.println(source.origin() + " line " + row.line() + ": " + row.reason()));
            more(source.badRows().size(), source.origin() + ": ", " more bad rows", err);
        }
        catalog.quarantined().stream()
                .limit(MOST_ROWS)
                .forEach(held -> err.println("not believed: " + held.offer().id() + ", " + held.detail()));
        more(catalog.quarantined().size(), "", " more prices not believed", err);
        err.flush();
    }

    private static void more(int count, String before, String after, PrintWriter err) {
        if (count > MOST_ROWS) {
            err.println(before + (count - MOST_ROWS) + after);
        }
    }
}
