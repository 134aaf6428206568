package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.domain.learning.ModelCard;
import ai.artenic.optimizer.domain.learning.Promotion;
import java.util.List;
import java.util.Optional;

/// Lists the models trained last, and which of them is promoted.
public final class ListModels {
    private final LearningStores stores;

    public ListModels(LearningStores stores) {
        this.stores = stores;
    }

    /// @param cards newest first
    /// @param promotion of the model that is to serve now
    public record Models(List<ModelCard> cards, Optional<Promotion> promotion) {
        public Models {
            cards = List.copyOf(cards);
        }

        /// Whether this is the model that is to serve now.
        public boolean isPromoted(ModelCard card) {
            return promotion.map(Promotion::version).equals(Optional.of(card.version()));
        }
    }

    /// @param most at least 1
    public Models list(int most) {
        return new Models(
                stores.models().newest(most),
                stores.promotions().newest(1).stream().findFirst());
    }
}
