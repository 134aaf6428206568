package ai.artenic.optimizer.domain.calibration;

import ai.artenic.optimizer.domain.offer.Machine;
import java.util.Map;

/// The corrections for one class of workloads.
public final class WorkloadCalibration {
    /// Nothing is known.
    public static final WorkloadCalibration NONE = new WorkloadCalibration(Map.of(), Correction.NONE, Correction.NONE);

    private final Map<HardwareClass, Correction> hours;
    private final Correction hoursElsewhere;
    private final Correction memory;

    WorkloadCalibration(Map<HardwareClass, Correction> hours, Correction hoursElsewhere, Correction memory) {
        this.hours = Map.copyOf(hours);
        this.hoursElsewhere = hoursElsewhere;
        this.memory = memory;
    }

    /// The correction of hours on this machine; where no such job ran on its class, that of such jobs on all hardware.
    public Correction hours(Machine machine) {
        return hours.isEmpty() ? hoursElsewhere : hours(HardwareClass.of(machine));
    }

    Correction hours(HardwareClass hardware) {
        return hours.getOrDefault(hardware, hoursElsewhere);
    }

    /// The correction of the GPU memory need, whatever the card.
    public Correction memory() {
        return memory;
    }
}
