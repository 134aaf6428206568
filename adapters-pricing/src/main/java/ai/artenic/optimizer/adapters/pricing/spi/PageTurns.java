package ai.artenic.optimizer.adapters.pricing.spi;

import java.util.HashSet;
import java.util.Set;

/// Keeps a walk through the pages of a list from going round in circles.
public final class PageTurns {
    private final String list;
    private final int most;
    private final Set<String> seen = new HashSet<>();

    /// @param list what is walked through, in words
    /// @param most pages that it can have
    public PageTurns(String list, int most) {
        this.list = list;
        this.most = most;
    }

    /// Takes note of the page that is asked for next, by its address or token.
    ///
    /// @throws UnreadableSourceException if it was asked for before, or too many were
    public void turnTo(String page) throws UnreadableSourceException {
        if (!seen.add(page)) {
            throw new UnreadableSourceException(list + " leads back to a page that was read before");
        }
        if (seen.size() > most) {
            throw new UnreadableSourceException(list + " has more than " + most + " pages");
        }
    }
}
