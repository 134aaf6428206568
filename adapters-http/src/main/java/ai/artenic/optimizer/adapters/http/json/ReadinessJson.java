package ai.artenic.optimizer.adapters.http.json;

import ai.artenic.optimizer.application.usecase.Health;
import ai.artenic.optimizer.domain.learning.ServingModel;

/// Whether the service takes requests (`up`, `degraded`) or not (`down`), and the state of what it needs.
public record ReadinessJson(State status, ChecksJson checks) {
    /// States of the service as a whole.
    public enum State {
        UP,
        DEGRADED,
        DOWN
    }

    /// States of the parts: `up`, or what is wrong; `none` is a model before the first promotion.
    public record ChecksJson(String database, String catalog, String model) {}

    /// @param takesRequests whether the service has warmed up and is not stopping
    public static ReadinessJson from(Health health, boolean takesRequests) {
        boolean whole = health.storeFault().isEmpty()
                && health.offers() > 0
                && !(health.model() instanceof ServingModel.Broken);
        State state = !takesRequests ? State.DOWN : whole ? State.UP : State.DEGRADED;
        return new ReadinessJson(
                state,
                new ChecksJson(
                        health.storeFault().isEmpty() ? "up" : "down",
                        health.offers() > 0 ? "up" : "empty",
                        model(health.model())));
    }

    private static String model(ServingModel model) {
        return switch (model) {
            case ServingModel.None() -> "none";
            case ServingModel.Ready _ -> "up";
            case ServingModel.Broken _ -> "broken";
        };
    }
}
