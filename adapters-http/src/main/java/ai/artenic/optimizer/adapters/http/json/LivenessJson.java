package ai.artenic.optimizer.adapters.http.json;

/// That the process answers at all.
public record LivenessJson(String status) {
    public static final LivenessJson UP = new LivenessJson("up");
}
