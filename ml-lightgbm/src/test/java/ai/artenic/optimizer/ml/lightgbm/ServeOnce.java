package ai.artenic.optimizer.ml.lightgbm;

import ai.artenic.optimizer.application.port.RankerLoader.Loading;
import ai.artenic.optimizer.domain.learning.SavedModel;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// A program for tests that start JVMs: loads the model of a file and prints the bits of the score of a row of
/// ones and those of its contributions.
final class ServeOnce {
    private ServeOnce() {}

    public static void main(String[] arguments) throws IOException {
        var saved = SavedModel.of(FeatureSchema.V1, Files.readString(Path.of(arguments[0])), "a test");
        System.out.println(answer(saved));
    }

    static String answer(SavedModel saved) {
        if (!(new LightGbmModels().load(saved) instanceof Loading.Loaded(var model))) {
            return "refused";
        }
        double[] row = new double[FeatureSchema.V1.size()];
        Arrays.fill(row, 1);
        double[] score = new double[1];
        model.score(row, 1, score);
        return Double.toHexString(score[0]) + " " + Arrays.toString(model.contributions(row));
    }
}
