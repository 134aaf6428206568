package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.calibration.Correction;
import ai.artenic.optimizer.domain.calibration.HardwareClass;
import ai.artenic.optimizer.domain.calibration.WorkloadCalibration;
import ai.artenic.optimizer.domain.experience.GroupExperience.Lesson;
import ai.artenic.optimizer.domain.offer.Machine;
import java.util.Optional;

/// Says how estimates were corrected and what the correction rests on; nothing where it makes no difference.
final class CorrectionWords {
    private static final double WORTH_WARNING = 1.2;

    private CorrectionWords() {}

    static Optional<String> hours(Machine machine, WorkloadCalibration calibration) {
        Correction correction = calibration.hours(machine);
        String basis = correction.outcomes() > 0
                ? count(correction.outcomes(), "outcome") + " on "
                        + HardwareClass.of(machine).text()
                : count(correction.elsewhere(), "outcome") + " on other hardware";
        return words("hours", correction, basis);
    }

    static Optional<String> experience(Lesson lesson) {
        if (lesson.runs() == 0) {
            return Optional.empty();
        }
        String risk = lesson.riskFactor() > WORTH_WARNING ? "; runs like this one failed before" : "";
        return Optional.of("hours corrected by x" + Figures.fixed(lesson.hoursFactor(), 2) + " from "
                + count(lesson.runs(), "run") + " of alike workloads" + risk);
    }

    static Optional<String> memory(Correction correction) {
        return words("GPU memory need", correction, count(correction.outcomes(), "run"));
    }

    private static Optional<String> words(String what, Correction correction, String basis) {
        return correction.isWorthTelling()
                ? Optional.of(what + " corrected by x" + Figures.fixed(correction.factor(), 2) + " from " + basis)
                : Optional.empty();
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
