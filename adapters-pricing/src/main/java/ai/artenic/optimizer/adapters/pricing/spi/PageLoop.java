package ai.artenic.optimizer.adapters.pricing.spi;

import java.util.HashSet;
import java.util.Set;

/// Counts the pages of one reading, so that a server cannot lead in circles or on without end.
public final class PageLoop {
    private final String what;
    private final int mostPages;
    private final Set<String> seen = new HashSet<>();

    /// @param what is read page by page, to follow "the" in a message
    /// @param mostPages after which something must be wrong
    public PageLoop(String what, int mostPages) {
        this.what = what;
        this.mostPages = mostPages;
    }

    /// Goes on to a page.
    ///
    /// @param page what tells it from the others; not shown, as it may be long
    /// @throws UnreadableSourceException if it was read before, or if too many were read
    public void enter(String page) throws UnreadableSourceException {
        if (!seen.add(page)) {
            throw new UnreadableSourceException("the " + what + " lead in a circle after " + seen.size() + " pages");
        }
        if (seen.size() > mostPages) {
            throw new UnreadableSourceException("the " + what + " do not end within " + mostPages + " pages");
        }
    }
}
