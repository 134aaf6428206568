package ai.artenic.optimizer.bootstrap;

import ai.artenic.optimizer.adapters.http.JsonAnswers;
import ai.artenic.optimizer.adapters.http.UseCases;
import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.ranking.RecommendRequest;
import java.util.Map;

/// Runs the hot path a few times before the first user does, so that the first answer is not the slowest.
final class WarmUp {
    static final Store STORE = Store.inMemory();
    private static final int ROUNDS = 10;
    private static final Map<String, Object> REQUEST = Map.of(
            "workload",
            Map.of("dataset_size_gb", 50, "model_params_m", 7000, "framework", "pytorch", "gpu_required", true),
            "persist",
            false);

    private WarmUp() {}

    static Refreshing refreshing(Learned learned) {
        return new Refreshing(Wiring.refreshing(STORE, learned), () -> {});
    }

    static void rank(UseCases useCases) {
        if (RecommendRequest.read(REQUEST) instanceof Intake.Accepted<RecommendRequest>(var request)) {
            for (int i = 0; i < ROUNDS; i++) {
                JsonAnswers.of(useCases.recommend().recommend(request), "warm-up");
            }
        }
    }
}
