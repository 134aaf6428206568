package ai.artenic.optimizer.adapters.persistence.learning;

import ai.artenic.optimizer.adapters.persistence.Workbench;
import ai.artenic.optimizer.application.contract.ModelRegistryContract;
import ai.artenic.optimizer.application.contract.PromotionsContract;
import ai.artenic.optimizer.application.port.ModelRegistry;

class JdbiModelsTest implements ModelRegistryContract, PromotionsContract {
    @Override
    public ModelRegistry registry() {
        Workbench.clear();
        return Workbench.storage().modelRegistry();
    }

    @Override
    public Promoting promoting() {
        return new Promoting(registry(), Workbench.storage().promotions());
    }
}
