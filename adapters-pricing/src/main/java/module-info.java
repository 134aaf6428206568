/// Where prices come from: the bundled snapshot, an operator's file; with the GPU hardware table and exchange rates
/// they
/// need.
@org.jspecify.annotations.NullMarked
module ai.artenic.optimizer.adapters.pricing {
    requires transitive ai.artenic.optimizer.application;
    requires de.siegmar.fastcsv;
    requires static org.jspecify;

    exports ai.artenic.optimizer.adapters.pricing;
}
