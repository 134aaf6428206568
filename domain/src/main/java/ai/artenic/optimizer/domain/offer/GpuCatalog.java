package ai.artenic.optimizer.domain.offer;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The accelerators whose hardware facts are known.
public interface GpuCatalog {
    /// The type a name stands for. Names that several types share (`A100`) are told apart by memory, where given.
    Optional<Gpu> find(String name, OptionalDouble memoryGb);

    /// Canonical names of all known types.
    List<String> types();
}
