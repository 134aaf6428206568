package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.domain.learning.ModelCard;
import ai.artenic.optimizer.domain.learning.Promotion;
import java.util.List;
import java.util.Optional;

/// Lists the models that were trained, and which of them is promoted.
public final class ListModels {
    private final LearningStores stores;

    public ListModels(LearningStores stores) {
        this.stores = stores;
    }

    /// One page of them.
    ///
    /// @param cards newest first
    /// @param next version after which the next page begins; empty on the last one
    /// @param promotion of the model that is to serve now
    public record Models(List<ModelCard> cards, Optional<String> next, Optional<Promotion> promotion) {
        public Models {
            cards = List.copyOf(cards);
        }

        /// Whether this is the model that is to serve now.
        public boolean isPromoted(ModelCard card) {
            return promotion.map(Promotion::version).equals(Optional.of(card.version()));
        }
    }

    /// @param after version of the last model of the page before; empty for the first page
    /// @param most at least 1
    public Models list(Optional<String> after, int most) {
        List<ModelCard> found = after.map(version -> stores.models().before(version, most + 1))
                .orElseGet(() -> stores.models().newest(most + 1));
        Optional<Promotion> promotion = stores.promotions().newest(1).stream().findFirst();
        if (found.size() <= most) {
            return new Models(found, Optional.empty(), promotion);
        }
        List<ModelCard> page = found.subList(0, most);
        return new Models(page, Optional.of(page.getLast().version()), promotion);
    }
}
