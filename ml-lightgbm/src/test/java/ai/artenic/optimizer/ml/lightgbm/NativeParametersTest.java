package ai.artenic.optimizer.ml.lightgbm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.learning.TrainingParameters;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import java.util.List;
import org.junit.jupiter.api.Test;

class NativeParametersTest {
    private static final TrainingParameters PARAMETERS = new TrainingParameters(15, 20, 0.05, 200, 5, 0.8, 8, 42);

    @Test
    void they_are_one_line_that_leaves_nothing_to_chance() {
        assertEquals(
                "objective=lambdarank label_gain=0,1,3,7,15 lambdarank_truncation_level=8 num_leaves=15"
                        + " min_data_in_leaf=20 learning_rate=0.05 lambda_l2=5.0 feature_fraction=0.8"
                        + " monotone_constraints=0,0,0,0,0,0,0,0,0,0,0,0,0,0,-1,-1,0,0,0,-1,1,0,0,1"
                        + " categorical_feature=4,6,13,17 seed=42 deterministic=true force_row_wise=true"
                        + " feature_pre_filter=false num_threads=1 verbosity=-1",
                NativeParameters.of(FeatureSchema.V1, PARAMETERS, 1));
    }

    @Test
    void a_seed_of_any_size_is_one_that_lightgbm_reads() {
        for (long seed : List.of(-1L, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 40)) {
            var seeded = new TrainingParameters(15, 20, 0.05, 200, 5, 0.8, 8, seed);
            String line = NativeParameters.of(FeatureSchema.V2, seeded, 1);
            assertTrue(line.matches(".* seed=\\d{1,10} .*"), line);
        }
    }

    @Test
    void threads_that_wait_are_told_to_sleep() {
        assertEquals("PASSIVE", System.getenv("OMP_WAIT_POLICY"), "as the launcher sets it: spinning costs tenfold");
    }
}
