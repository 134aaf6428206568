/// The learned ranker, on LightGBM: trained by the native library, served without it.
@org.jspecify.annotations.NullMarked
module ai.artenic.optimizer.ml.lightgbm {
    requires transitive ai.artenic.optimizer.application;
    requires lightgbm4j;
    requires static org.jspecify;

    exports ai.artenic.optimizer.ml.lightgbm;
}
