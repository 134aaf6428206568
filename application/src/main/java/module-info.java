/// The use cases of the optimizer, the ports they need, and an in-memory reference implementation of every store port.
@org.jspecify.annotations.NullMarked
module ai.artenic.optimizer.application {
    requires transitive ai.artenic.optimizer.domain;
    requires static org.jspecify;

    exports ai.artenic.optimizer.application.inmemory;
    exports ai.artenic.optimizer.application.port;
    exports ai.artenic.optimizer.application.usecase;
}
