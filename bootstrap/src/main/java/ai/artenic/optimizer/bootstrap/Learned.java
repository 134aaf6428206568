package ai.artenic.optimizer.bootstrap;

import ai.artenic.optimizer.application.usecase.Corrections;
import ai.artenic.optimizer.application.usecase.RankerChoice;
import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.experience.Experience;
import ai.artenic.optimizer.domain.learning.ServingModel;
import ai.artenic.optimizer.domain.ranking.Mode;
import ai.artenic.optimizer.domain.spot.SpotExposure;
import java.util.concurrent.atomic.AtomicReference;

/// What was learned and is in use, for every request to read at once; schedules bring it up to date.
record Learned(
        AtomicReference<Calibration> calibration,
        AtomicReference<Experience> experience,
        AtomicReference<SpotExposure> exposure,
        AtomicReference<ServingModel> model) {
    static Learned nothing() {
        return new Learned(
                new AtomicReference<>(Calibration.NONE),
                new AtomicReference<>(Experience.NONE),
                new AtomicReference<>(SpotExposure.NONE),
                new AtomicReference<>(new ServingModel.None()));
    }

    Corrections corrections() {
        return new Corrections(calibration::get, experience::get, exposure::get);
    }

    /// @param configured what `auto` stands for
    RankerChoice rankers(Mode configured) {
        return new RankerChoice(configured, model::get);
    }
}
