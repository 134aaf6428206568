package ai.artenic.optimizer.bootstrap;

import ai.artenic.optimizer.application.usecase.AfterOutcomes;
import ai.artenic.optimizer.application.usecase.RefreshModel;

/// What requests have brought up to date at once, without waiting for its schedule.
///
/// @param experience asks for what jobs taught, of their groups and of spot nodes, and returns
record Refreshing(RefreshModel model, Runnable experience) {
    /// Asks for experience whenever outcomes were kept.
    AfterOutcomes after(AfterOutcomes then) {
        return () -> {
            experience.run();
            return then.decide();
        };
    }
}
