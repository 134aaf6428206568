package ai.artenic.optimizer.adapters.pricing.openstack;

import java.util.OptionalDouble;

/// What an operator says that a flavor's device is.
///
/// @param gpu name of the accelerator; empty where the device is none, such as a network card
/// @param share of one accelerator, in (0, 1]
/// @param memoryGb of the share; empty where it is that of the whole accelerator or an equal share of it
record Device(String gpu, double share, OptionalDouble memoryGb) {
    static Device whole(String gpu) {
        return new Device(gpu, 1, OptionalDouble.empty());
    }

    boolean isGpu() {
        return !gpu.isEmpty();
    }
}
