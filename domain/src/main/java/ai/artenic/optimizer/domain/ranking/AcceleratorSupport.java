package ai.artenic.optimizer.domain.ranking;

import ai.artenic.optimizer.domain.workload.Framework;
import java.util.List;
import java.util.Set;

/// Which accelerators a job can be expected to run on without being ported. GPUs run every framework; other devices
/// only the ones built for them. A user who names a type in `gpu_types` has decided that the job runs on it.
final class AcceleratorSupport {
    private static final String TPU = "TPU-";
    private static final Set<Framework> ON_TPU = Set.of(Framework.JAX, Framework.TENSORFLOW);
    private static final List<String> NEED_PORTING = List.of("Trainium", "Inferentia", "Gaudi", "Qualcomm-");

    private AcceleratorSupport() {}

    static boolean runs(Framework framework, String gpuType) {
        if (gpuType.startsWith(TPU)) {
            return ON_TPU.contains(framework);
        }
        for (String family : NEED_PORTING) {
            if (gpuType.startsWith(family)) {
                return false;
            }
        }
        return true;
    }
}
