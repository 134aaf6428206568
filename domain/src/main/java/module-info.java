/// The rules of the optimizer: what is sold, what people want to train, what it will cost and in which order to offer
/// it. Pure functions over immutable values; requires nothing but `java.base`.
@org.jspecify.annotations.NullMarked
module ai.artenic.optimizer.domain {
    requires static org.jspecify;

    exports ai.artenic.optimizer.domain.backtest;
    exports ai.artenic.optimizer.domain.calibration;
    exports ai.artenic.optimizer.domain.cost.carbon;
    exports ai.artenic.optimizer.domain.cost.compare;
    exports ai.artenic.optimizer.domain.cost.anomaly;
    exports ai.artenic.optimizer.domain.cost.history;
    exports ai.artenic.optimizer.domain.cost.saving;
    exports ai.artenic.optimizer.domain.estimate;
    exports ai.artenic.optimizer.domain.evaluation;
    exports ai.artenic.optimizer.domain.experience;
    exports ai.artenic.optimizer.domain.intake;
    exports ai.artenic.optimizer.domain.learning;
    exports ai.artenic.optimizer.domain.offer;
    exports ai.artenic.optimizer.domain.outcome;
    exports ai.artenic.optimizer.domain.platform;
    exports ai.artenic.optimizer.domain.pricing;
    exports ai.artenic.optimizer.domain.quantity;
    exports ai.artenic.optimizer.domain.ranking;
    exports ai.artenic.optimizer.domain.replay;
    exports ai.artenic.optimizer.domain.spot;
    exports ai.artenic.optimizer.domain.sweep;
    exports ai.artenic.optimizer.domain.workload;
}
