package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.application.port.CalibrationLog;
import ai.artenic.optimizer.application.port.StoreUnavailableException;
import ai.artenic.optimizer.domain.calibration.Calibration;
import java.util.Optional;
import java.util.function.Consumer;

/// Brings the calibration that predictions use up to date with what was recorded, here or by another replica.
///
/// Run it after every record and every few seconds besides. While the store is away the last known calibration stays:
/// a recommendation never fails for want of a newer one.
public final class RefreshCalibration {
    /// Observations read per hardware class and workload class: enough for a steady median, recent enough to follow
    /// new drivers and libraries.
    public static final int MOST_PER_CLASS = 200;

    private static final long NEVER_READ = -1;

    private final CalibrationLog log;
    private final Consumer<Calibration> publish;
    private long countRead = NEVER_READ;

    /// @param publish makes a calibration the one that predictions use
    public RefreshCalibration(CalibrationLog log, Consumer<Calibration> publish) {
        this.log = log;
        this.publish = publish;
    }

    /// Why the calibration could not be brought up to date; empty if it is.
    public synchronized Optional<String> refresh() {
        try {
            long count = log.count(); // before reading: what arrives in between is read the next time
            if (count != countRead) {
                publish.accept(Calibration.of(log.newest(MOST_PER_CLASS)));
                countRead = count;
            }
            return Optional.empty();
        } catch (StoreUnavailableException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
