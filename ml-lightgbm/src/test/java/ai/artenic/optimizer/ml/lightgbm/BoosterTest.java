package ai.artenic.optimizer.ml.lightgbm;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.contract.Preferences;
import ai.artenic.optimizer.domain.learning.TrainingParameters;
import ai.artenic.optimizer.domain.learning.TrainingSet;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class BoosterTest {
    private final TrainingSet set = Preferences.seeded(FeatureSchema.V1, 41, 40);
    private final String parameters =
            NativeParameters.of(FeatureSchema.V1, TrainingParameters.forRows(set.rows(), 41), 1);

    BoosterTest() {
        assertInstanceOf(NativeLibrary.Loaded.class, NativeLibrary.load());
    }

    @Test
    void nothing_reaches_the_library_after_the_close() throws Exception {
        var booster = Booster.open(set, parameters);
        assertTrue(booster.grow());
        booster.close();

        assertThrows(IllegalStateException.class, booster::grow);
        assertThrows(IllegalStateException.class, booster::text);
    }

    @Test
    void a_second_close_does_nothing() throws Exception {
        var booster = Booster.open(set, parameters);
        booster.close();

        assertDoesNotThrow(booster::close);
    }

    @Test
    void a_close_from_elsewhere_waits_for_the_tree_that_is_growing() throws Exception {
        for (int time = 0; time < 20; time++) {
            var booster = Booster.open(set, parameters);
            var tasks = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 4; i++) {
                tasks.add(() -> grownUntilClosed(booster));
            }
            tasks.add(() -> {
                booster.text();
                booster.close();
                return true;
            });
            try (var threads = Executors.newFixedThreadPool(tasks.size())) {
                for (var answer : threads.invokeAll(tasks)) {
                    assertTrue(answer.get());
                }
            }
        }
    }

    private static boolean grownUntilClosed(Booster booster) throws LGBMException {
        while (true) {
            try {
                booster.grow();
            } catch (IllegalStateException closed) {
                return true;
            }
        }
    }

    @Test
    void parameters_that_lightgbm_refuses_are_told_in_its_words() {
        var refused = assertThrows(LGBMException.class, () -> Booster.open(set, "objective=no_such_objective"));

        assertTrue(refused.toString().contains("no_such_objective"), refused::toString);
    }
}
