package ai.artenic.optimizer.ml.lightgbm;

import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;

/// Loads the library and trains a tiny ranker with it; also a program of its own, for tests that start JVMs.
final class TrainOnce {
    private static final int QUERIES = 8;
    private static final int DOCUMENTS = 6;

    private TrainOnce() {}

    public static void main(String[] arguments) throws LGBMException {
        NativeLibrary library = NativeLibrary.load();
        System.out.println(library);
        if (library instanceof NativeLibrary.Loaded) {
            System.out.println("trained: " + trainedPrefersTheBetter());
        }
    }

    /// Whether a ranker trained on "more of the first feature is better" scores the best document above the worst.
    static boolean trainedPrefersTheBetter() throws LGBMException {
        double[] features = new double[QUERIES * DOCUMENTS * 2];
        float[] labels = new float[QUERIES * DOCUMENTS];
        int[] groups = new int[QUERIES];
        for (int query = 0; query < QUERIES; query++) {
            groups[query] = DOCUMENTS;
            for (int document = 0; document < DOCUMENTS; document++) {
                int row = query * DOCUMENTS + document;
                features[2 * row] = document;
                features[2 * row + 1] = query % 3;
                labels[row] = Math.min(document, 4);
            }
        }
        try (var data = LGBMDataset.createFromMat(features, labels.length, 2, true, "min_data_in_bin=1", null)) {
            data.setField("label", labels);
            data.setField("group", groups);
            String parameters = "objective=lambdarank min_data_in_leaf=1 num_threads=1 deterministic=true verbosity=-1";
            try (var booster = LGBMBooster.create(data, parameters)) {
                for (int iteration = 0; iteration < 5; iteration++) {
                    booster.updateOneIter();
                }
                double worst = score(booster, 0);
                return score(booster, DOCUMENTS - 1) > worst;
            }
        }
    }

    private static double score(LGBMBooster booster, double firstFeature) throws LGBMException {
        return booster.predictForMatSingleRow(
                new double[] {firstFeature, 1}, com.microsoft.ml.lightgbm.PredictionType.C_API_PREDICT_RAW_SCORE);
    }
}
