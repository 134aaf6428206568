package ai.artenic.optimizer.adapters.http.endpoint;

/// Told of every request that was answered.
@FunctionalInterface
public interface Traffic {
    /// The route of requests that no endpoint matches.
    String UNMATCHED = "unmatched";

    /// @param status that was sent; of an answer that was broken off, the one of what broke it off
    void record(String method, String route, int status, long nanos);
}
