package ai.artenic.optimizer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.artenic.optimizer.bootstrap.Replica.Reply;
import ai.artenic.optimizer.domain.ranking.InstanceRecommendation;
import ai.artenic.optimizer.domain.ranking.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.json.JsonMapper;

/// What a service is asked, and told of the jobs that followed its recommendations, all over HTTP.
record Experience(SharedDatabase database) {
    /// Outcomes that [#report] makes of the recommendations of [#ask].
    static final int OUTCOMES = 360;

    private static final int JOBS = 5;
    private static final int JOBS_REPORTED_SINGLY = 3;
    private static final double EUR_PER_COST = 10;
    private static final String QUESTION = """
            {"workload": {"dataset_size_gb": %d, "model_params_m": %d, "framework": "pytorch", "gpu_required": true,
              "precision": "%s", "method": "lora"}, "top_n": 40, "mode": "%s", "persist": %b}""";

    /// A question that none of [#ask] is like.
    static String question(String mode) {
        return QUESTION.formatted(25, 1_300, "bf16", mode, false);
    }

    /// Asks for 72 workloads, none like another.
    List<Recommendation> ask(Replica replica) throws Exception {
        var recommendations = new ArrayList<Recommendation>();
        for (int params : new int[] {125, 350, 1_300, 2_700, 7_000, 13_000}) {
            for (int gigabytes : new int[] {1, 10, 100, 1_000}) {
                for (String precision : List.of("fp32", "fp16", "bf16")) {
                    Reply reply =
                            replica.post("/recommend", QUESTION.formatted(gigabytes, params, precision, "auto", true));
                    assertEquals(200, reply.status(), () -> reply.json().toString());
                    recommendations.add(database.storage()
                            .recommendationLog()
                            .find(UUID.fromString(
                                    reply.json().get("recommendation_id").asString()))
                            .orElseThrow());
                }
            }
        }
        return recommendations;
    }

    /// Five jobs of each recommendation, spread over its ranks, at these true costs: three reported one by one, two
    /// imported.
    ///
    /// @param round tells jobs of the same recommendations apart
    static void report(
            Replica replica,
            String round,
            List<Recommendation> recommendations,
            ToDoubleFunction<InstanceRecommendation> cost)
            throws Exception {
        var lines = new ArrayList<String>();
        for (Recommendation recommendation : recommendations) {
            List<InstanceRecommendation> ranked = recommendation.recommendations();
            for (int job = 0; job < JOBS; job++) {
                InstanceRecommendation chosen = ranked.get(job * (ranked.size() - 1) / (JOBS - 1));
                String outcome = outcome(round + job, recommendation, chosen, cost.applyAsDouble(chosen));
                if (job < JOBS_REPORTED_SINGLY) {
                    Reply reply = replica.post("/outcomes", outcome);
                    assertEquals(201, reply.status(), () -> reply.json().toString());
                } else {
                    lines.add(outcome);
                }
            }
        }
        Reply reply = replica.postLines("/outcomes/import", lines);
        assertEquals(
                lines.size(),
                reply.json().get("accepted").asInt(),
                () -> reply.json().toString());
    }

    private static String outcome(
            String job, Recommendation recommendation, InstanceRecommendation chosen, double cost) {
        var offer = chosen.offer().id();
        return JsonMapper.shared()
                .createObjectNode()
                .put("job_id", recommendation.id().toString().substring(0, 18) + job)
                .put("recommendation_id", recommendation.id().toString())
                .put("provider", offer.provider().key())
                .put("instance_type", offer.instanceType())
                .put("region", offer.region())
                .put("is_spot", chosen.isSpot())
                .put("node_count", chosen.nodeCount())
                .put("actual_duration_hours", 1)
                .put("actual_cost_eur", Math.round(cost * EUR_PER_COST * 1e6) / 1e6)
                .put("success", true)
                .toString();
    }

    /// What no heuristic could know: the more virtual CPUs, the cheaper.
    static double byVcpus(InstanceRecommendation candidate) {
        double vcpus = candidate.features().value("vcpus");
        return 1 + 100 / (vcpus >= 1 ? vcpus : 1); // some do not say
    }
}
