package ai.artenic.optimizer.domain.calibration;

import ai.artenic.optimizer.domain.offer.Machine;

/// Machines whose estimates err alike: the GPU type (`A100-80GB`), or `cpu` for machines without accelerators.
///
/// How many GPUs there are and who sells them is left out, so that outcomes pool. The text is kept with observations:
/// it must not change its meaning.
public record HardwareClass(String text) {
    private static final HardwareClass CPU = new HardwareClass("cpu");

    public HardwareClass {
        if (text.isBlank()) {
            throw new IllegalArgumentException("HardwareClass must not be blank");
        }
    }

    /// The class of a machine.
    public static HardwareClass of(Machine machine) {
        return machine.accelerators()
                .map(has -> new HardwareClass(has.gpu().type()))
                .orElse(CPU);
    }
}
