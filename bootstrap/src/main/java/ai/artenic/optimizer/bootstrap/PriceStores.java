package ai.artenic.optimizer.bootstrap;

import ai.artenic.optimizer.application.inmemory.InMemoryFxRates;
import ai.artenic.optimizer.application.inmemory.InMemoryPriceLists;
import ai.artenic.optimizer.application.port.FxRates;
import ai.artenic.optimizer.application.port.PriceHistory;
import ai.artenic.optimizer.application.port.PriceLists;

/// Where live prices and what they are converted by are kept.
record PriceStores(PriceLists lists, PriceHistory history, FxRates rates) {
    static PriceStores inMemory() {
        var lists = new InMemoryPriceLists();
        return new PriceStores(lists, lists, new InMemoryFxRates());
    }
}
