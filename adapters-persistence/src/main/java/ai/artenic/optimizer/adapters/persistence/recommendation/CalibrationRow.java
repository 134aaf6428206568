package ai.artenic.optimizer.adapters.persistence.recommendation;

import ai.artenic.optimizer.domain.calibration.Correction;
import ai.artenic.optimizer.domain.calibration.HardwareClass;
import ai.artenic.optimizer.domain.calibration.WorkloadCalibration;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The corrections for a class of workloads, part of [BasisRow].
///
/// @param hours by hardware class
record CalibrationRow(Map<String, Factor> hours, Factor hoursElsewhere, Factor memory) {
    record Factor(
            double factor,
            @JsonProperty(required = true) int outcomes,
            @JsonProperty(required = true) int elsewhere) {
        static Factor of(Correction correction) {
            return new Factor(correction.factor(), correction.outcomes(), correction.elsewhere());
        }

        Correction toDomain() {
            return new Correction(factor, outcomes, elsewhere);
        }
    }

    static CalibrationRow of(WorkloadCalibration calibration) {
        var hours = new TreeMap<String, Factor>();
        calibration.hours().forEach((hardware, correction) -> hours.put(hardware.text(), Factor.of(correction)));
        return new CalibrationRow(hours, Factor.of(calibration.hoursElsewhere()), Factor.of(calibration.memory()));
    }

    WorkloadCalibration toDomain() {
        return new WorkloadCalibration(
                hours.entrySet().stream()
                        .collect(Collectors.toMap(
                                each -> new HardwareClass(each.getKey()),
                                each -> each.getValue().toDomain())),
                hoursElsewhere.toDomain(),
                memory.toDomain());
    }
}
