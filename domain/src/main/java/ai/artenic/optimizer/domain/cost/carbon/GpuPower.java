package ai.artenic.optimizer.domain.cost.carbon;

import java.util.OptionalDouble;

/// How much power accelerators draw.
@FunctionalInterface
public interface GpuPower {
    /// Board power of one whole device in watts; empty where not known.
    ///
    /// @param type canonical name, such as `A100-80GB`
    OptionalDouble watts(String type);
}
