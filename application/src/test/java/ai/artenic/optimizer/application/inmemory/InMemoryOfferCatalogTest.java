package ai.artenic.optimizer.application.inmemory;

import ai.artenic.optimizer.application.contract.OfferCatalogContract;
import ai.artenic.optimizer.application.port.OfferCatalog;

class InMemoryOfferCatalogTest implements OfferCatalogContract {
    @Override
    public OfferCatalog emptyCatalog() {
        return new InMemoryOfferCatalog();
    }
}
