/// The learned ranker, on LightGBM. Today: loads the native library, and says why where it cannot.
@org.jspecify.annotations.NullMarked
module ai.artenic.optimizer.ml.lightgbm {
    requires lightgbm4j;
    requires static org.jspecify;

    exports ai.artenic.optimizer.ml.lightgbm;
}
