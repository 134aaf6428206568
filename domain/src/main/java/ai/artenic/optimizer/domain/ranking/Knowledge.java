package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.calibration.Calibration;
import ai.artenic.optimizer.domain.experience.GroupExperience;
import ai.artenic.optimizer.domain.spot.SpotExposure;

/// What a ranking knows beyond offers and workload.
///
/// @param calibration what jobs of the workload's class taught
/// @param experience what jobs of the workload's own query group taught
/// @param exposure what own jobs saw of spot nodes
/// @param scoring by what candidates are ordered
public record Knowledge(Calibration calibration, GroupExperience experience, SpotExposure exposure, Scoring scoring) {
    /// Nothing is known, nothing is trained.
    public static final Knowledge NONE = of(Calibration.NONE);

    /// Nothing is known but the calibration.
    public static Knowledge of(Calibration calibration) {
        return new Knowledge(calibration, GroupExperience.NONE, SpotExposure.NONE, new Scoring.ByRule());
    }

    /// Whether candidates are looked at a second time after the scan.
    boolean asksForSecondLook() {
        return !experience.isEmpty() || scoring.model().isPresent();
    }
}
