package ai.artenic.optimizer.application.inmemory;

import ai.artenic.optimizer.application.port.ModelRegistry;
import ai.artenic.optimizer.application.port.ModelRegistry.Found;
import ai.artenic.optimizer.application.port.Promotions;
import ai.artenic.optimizer.domain.learning.Promotion;
import java.util.ArrayList;
import java.util.List;

/// Promotions in memory, gone with the process.
public final class InMemoryPromotions implements Promotions {
    private final ModelRegistry registry;
    private final List<Promotion> inOrder = new ArrayList<>();

    /// No promotions.
    ///
    /// @param registry whose models may be promoted
    public InMemoryPromotions(ModelRegistry registry) {
        this.registry = registry;
    }

    @Override
    public synchronized void promote(Promotion promotion) {
        if (registry.find(promotion.version()) instanceof Found.Absent) {
            throw new IllegalArgumentException("There is no model of version " + promotion.version());
        }
        inOrder.add(promotion);
    }

    @Override
    public synchronized List<Promotion> newest(int most) {
        return inOrder.reversed().stream().limit(most).toList();
    }
}
