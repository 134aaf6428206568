package ai.artenic.optimizer.application.port;

import ai.artenic.optimizer.domain.outcome.KeptOutcome;
import java.util.List;
import java.util.OptionalLong;

/// A page of outcomes, newest first, and the id before which the next page begins; empty on the last.
public record OutcomePage(List<KeptOutcome> items, OptionalLong next) {
    public OutcomePage {
        items = List.copyOf(items);
    }
}
