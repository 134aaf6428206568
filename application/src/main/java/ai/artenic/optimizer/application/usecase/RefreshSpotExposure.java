package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.SpotExperience;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import ai.artenic.optimizer.domain.spot.SpotExposure;
import java.util.Optional;
import java.util.function.Consumer;

/// Brings what is believed of spot nodes up to date with what jobs saw of them, here or at another replica.
///
/// Run it after outcomes and every few seconds besides. While the store is away what was last known stays: a
/// recommendation never fails for want of something newer.
public final class RefreshSpotExposure {
    /// Instance types of a provider that are told apart: each recommendation keeps what it knew of them.
    public static final int MOST_TYPES = 100;

    private final SpotExperience experience;
    private final Consumer<SpotExposure> publish;

    /// @param publish makes an exposure the one that predictions use
    public RefreshSpotExposure(SpotExperience experience, Consumer<SpotExposure> publish) {
        this.experience = experience;
        this.publish = publish;
    }

    /// Why what is believed could not be brought up to date; empty if it is.
    public Optional<String> refresh() {
        try {
            publish.accept(SpotExposure.of(experience.types(), MOST_TYPES));
            return Optional.empty();
        } catch (StoreUnavailableException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
