package ai.artenic.optimizer.domain.calibration;

import ai.artenic.optimizer.domain.offer.Machine;
import java.util.Map;

/// The corrections for one class of workloads.
///
/// @param hours of the hours, by the hardware on which such jobs ran
/// @param hoursElsewhere of the hours on all other hardware
/// @param memory of the GPU memory need, whatever the card
public record WorkloadCalibration(Map<HardwareClass, Correction> hours, Correction hoursElsewhere, Correction memory) {
    /// Nothing is known.
    public static final WorkloadCalibration NONE = new WorkloadCalibration(Map.of(), Correction.NONE, Correction.NONE);

    public WorkloadCalibration {
        hours = Map.copyOf(hours);
    }

    /// The correction of hours on this machine; where no such job ran on its class, that of such jobs on all hardware.
    public Correction hours(Machine machine) {
        return hours.isEmpty() ? hoursElsewhere : hours(HardwareClass.of(machine));
    }

    Correction hours(HardwareClass hardware) {
        return hours.getOrDefault(hardware, hoursElsewhere);
    }
}
