package ai.artenic.optimizer.application.inmemory;

import ai.artenic.optimizer.application.contract.ModelRegistryContract;
import ai.artenic.optimizer.application.contract.PromotionsContract;
import ai.artenic.optimizer.application.port.ModelRegistry;

class InMemoryModelsTest implements ModelRegistryContract, PromotionsContract {
    @Override
    public ModelRegistry registry() {
        return new InMemoryModelRegistry();
    }

    @Override
    public Promoting promoting() {
        ModelRegistry registry = registry();
        return new Promoting(registry, new InMemoryPromotions(registry));
    }
}
