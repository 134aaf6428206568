/// Where prices come from: the bundled snapshot, an operator's file; with the GPU hardware table and exchange rates
/// they need.
@org.jspecify.annotations.NullMarked
module ai.artenic.optimizer.adapters.pricing {
    requires transitive ai.artenic.optimizer.application;
    requires com.github.benmanes.caffeine;
    requires de.siegmar.fastcsv;
    requires dev.failsafe.core;
    requires java.net.http;
    requires java.xml;
    requires tools.jackson.core;
    requires transitive tools.jackson.databind;
    requires static org.jspecify;

    exports ai.artenic.optimizer.adapters.pricing;
    exports ai.artenic.optimizer.adapters.pricing.spi;

    provides ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider with
            ai.artenic.optimizer.adapters.pricing.lambda.LambdaLabs;

    uses ai.artenic.optimizer.adapters.pricing.spi.PriceSourceProvider;
}
