package ai.artenic.optimizer.application.inmemory;

import ai.artenic.optimizer.application.contract.FxRatesContract;
import ai.artenic.optimizer.application.port.FxRates;

class InMemoryFxRatesTest implements FxRatesContract {
    @Override
    public FxRates rates() {
        return new InMemoryFxRates();
    }
}
