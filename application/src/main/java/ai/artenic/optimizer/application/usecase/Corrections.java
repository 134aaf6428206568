package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.calibration.WorkloadClass;
import ai.artenic.optimizer.domain.experience.Experience;
import ai.artenic.optimizer.domain.experience.GroupExperience;
import ai.artenic.optimizer.domain.ranking.Knowledge;
import ai.artenic.optimizer.domain.ranking.Scoring;
import ai.artenic.optimizer.domain.spot.SpotExposure;
import ai.artenic.optimizer.domain.workload.QueryId;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.function.Supplier;

/// What outcomes taught, for estimates to be corrected by.
///
/// @param calibration gives the calibration to predict with, at once and without asking a store
/// @param experience gives the experience to predict with, likewise
/// @param exposure gives what own jobs saw of spot nodes, likewise
public record Corrections(
        Supplier<Calibration> calibration, Supplier<Experience> experience, Supplier<SpotExposure> exposure) {
    /// Nothing is corrected.
    public static final Corrections NONE =
            new Corrections(() -> Calibration.NONE, () -> Experience.NONE, () -> SpotExposure.NONE);

    /// What is known of the workload. Experience is held against the very calibration that it comes with.
    ///
    /// @param group the workload's
    Knowledge knowledge(Workload workload, QueryId group, Scoring scoring) {
        Calibration classes = calibration.get();
        Experience runs = experience.get();
        GroupExperience own =
                runs.isEmpty() ? GroupExperience.NONE : runs.of(group, WorkloadClass.of(workload), classes);
        return new Knowledge(classes, own, exposure.get(), scoring);
    }
}
