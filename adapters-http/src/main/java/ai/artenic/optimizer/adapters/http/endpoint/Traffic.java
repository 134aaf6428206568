package ai.artenic.optimizer.adapters.http.endpoint;

/// Told of every request that was answered.
@FunctionalInterface
public interface Traffic {
    /// The route of requests that no endpoint matches.
    String UNMATCHED = "unmatched";

    void record(String method, String route, int status, long nanos);
}
