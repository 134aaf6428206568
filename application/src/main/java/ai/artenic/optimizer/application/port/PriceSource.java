package ai.artenic.optimizer.application.port;

/// A place prices come from: a provider's API, the bundled snapshot, an operator's file.
public interface PriceSource {
    /// Reads all offers. A source that cannot be read answers [Fetched.Failed]; it does not throw.
    Fetched fetch();
}
