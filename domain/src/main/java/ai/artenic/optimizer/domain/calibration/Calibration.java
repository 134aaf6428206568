package ai.artenic.optimizer.domain.calibration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What outcomes taught about the estimates: factors on later hours and GPU memory needs, by class. Immutable.
///
/// The formulas are with [DurationEvidence] and [MemoryEvidence]; where nothing is known every factor is 1.
public final class Calibration {
    private static final Comparator<CalibratedClass> BY_NAME = Comparator.comparing(
                    (CalibratedClass known) -> known.workload().text())
            .thenComparing(known -> known.hardware().text());

    /// Nothing is known.
    public static final Calibration NONE = new Calibration(Map.of(), List.of());

    private final Map<WorkloadClass, WorkloadCalibration> byWorkload;
    private final List<CalibratedClass> classes;

    private Calibration(Map<WorkloadClass, WorkloadCalibration> byWorkload, List<CalibratedClass> classes) {
        this.byWorkload = Map.copyOf(byWorkload);
        this.classes = List.copyOf(classes);
    }

    /// The calibration from these observations, whatever their order.
    ///
    /// @param observations at most one of a job
    public static Calibration of(Collection<Observation> observations) {
        var calibrations = new HashMap<WorkloadClass, WorkloadCalibration>();
        var classes = new ArrayList<CalibratedClass>();
        observations.stream()
                .collect(Collectors.groupingBy(Observation::workload))
                .forEach((workload, seen) -> {
                    var hours = new DurationEvidence(workload, seen);
                    Correction memory = new MemoryEvidence(seen).correction();
                    calibrations.put(workload, new WorkloadCalibration(hours.corrections(), hours.elsewhere(), memory));
                    classes.addAll(hours.classes());
                });
        classes.sort(BY_NAME);
        return new Calibration(calibrations, classes);
    }

    /// The calibration that knows of this class only.
    public static Calibration of(WorkloadClass workload, WorkloadCalibration corrections) {
        return new Calibration(Map.of(workload, corrections), List.of());
    }

    /// The corrections for one class of workloads, to be looked up once per request.
    public WorkloadCalibration of(WorkloadClass workload) {
        return byWorkload.getOrDefault(workload, WorkloadCalibration.NONE);
    }

    /// Factor on the modelled hours, in [1/20, 20].
    public double durationFactor(HardwareClass hardware, WorkloadClass workload) {
        return of(workload).hours(hardware).factor();
    }

    /// Factor on the modelled GPU memory need, in [1/4, 4].
    public double memoryFactor(WorkloadClass workload) {
        return of(workload).memory().factor();
    }

    /// The classes with finished jobs, by name.
    public List<CalibratedClass> classes() {
        return classes;
    }
}
