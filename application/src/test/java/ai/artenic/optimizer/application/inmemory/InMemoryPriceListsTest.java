package ai.artenic.optimizer.application.inmemory;

import ai.artenic.optimizer.application.contract.PriceHistoryContract;
import ai.artenic.optimizer.application.contract.PriceListsContract;
import ai.artenic.optimizer.application.port.PriceLists;

class InMemoryPriceListsTest implements PriceListsContract, PriceHistoryContract {
    @Override
    public PriceLists lists() {
        return new InMemoryPriceLists();
    }

    @Override
    public Remembering remembering() {
        var lists = new InMemoryPriceLists();
        return new Remembering(lists, lists);
    }
}
