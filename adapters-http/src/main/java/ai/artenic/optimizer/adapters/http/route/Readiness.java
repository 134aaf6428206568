package ai.artenic.optimizer.adapters.http.route;

/// Whether the service takes requests: from its warm-up, or from the first catalogue, until it stops.
public final class Readiness {
    private enum Phase {
        STARTING,
        READY,
        STOPPING
    }

    private volatile Phase phase = Phase.STARTING;

    /// A service that has just started.
    public Readiness() {}

    public synchronized void markReady() {
        phase = phase == Phase.STOPPING ? phase : Phase.READY;
    }

    /// Whether this was the first call.
    public synchronized boolean markStopping() {
        boolean first = phase != Phase.STOPPING;
        phase = Phase.STOPPING;
        return first;
    }

    boolean takesRequests(boolean hasOffers) {
        return phase == Phase.READY || (phase == Phase.STARTING && hasOffers);
    }
}
