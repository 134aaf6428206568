package ai.artenic.optimizer.domain.evaluation;

import ai.artenic.optimizer.domain.intake.Bounds;
import ai.artenic.optimizer.domain.intake.RawObject;
import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Gpu;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.workload.Workload;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Reads what workloads really cost on each candidate: one row per workload and candidate.
public final class CandidatePointReader {
    private static final Bounds ANY = Bounds.between(0, 1e12);
    private static final Bounds POSITIVE = Bounds.between(1e-9, 1e12);
    private static final int UNSTATED_BATCH = 32;

    private final GpuCatalog gpus;

    /// @param gpus knows the GPUs the rows name
    public CandidatePointReader(GpuCatalog gpus) {
        this.gpus = gpus;
    }

    private record Measured(
            String id,
            Machine machine,
            int nodes,
            double price,
            double hours,
            double cost,
            boolean success,
            double batch) {}

    /// The point of a row, or why there is none.
    public Reading<CandidatePoint> read(MeasuredRow row) {
        RawObject fields = row.fields();
        var measured = new Measured(
                row.text("workload_id").orElse(""),
                machine(fields),
                fields.integer("node_count", Bounds.between(1, 100_000), 1),
                fields.number("price_per_hour", POSITIVE),
                fields.number("duration_hours", POSITIVE),
                fields.number("cost", POSITIVE),
                fields.flag("success"),
                fields.number("batch_size", POSITIVE, UNSTATED_BATCH));
        if (measured.id().isEmpty()) {
            return new Reading.Unusable<>("no workload_id");
        }
        return switch (Reading.of(fields.conclude(() -> measured), read -> read)) {
            case Reading.Unusable<Measured>(String reason) -> new Reading.Unusable<>(reason);
            case Reading.Usable<Measured> read ->
                Reading.of(workload(row, measured), workload -> point(measured, workload));
        };
    }

    private static CandidatePoint point(Measured row, Workload workload) {
        return new CandidatePoint(
                row.id(), workload, row.machine(), row.nodes(), row.price(), row.hours(), row.cost(), row.success());
    }

    private Machine machine(RawObject fields) {
        OptionalDouble vcpus = fields.optionalNumber("vcpus", POSITIVE);
        OptionalDouble memory = fields.optionalNumber("memory_gb", POSITIVE);
        double count = fields.number("gpu_count", ANY, 0);
        OptionalDouble gpuMemory = fields.optionalNumber("gpu_memory_gb", POSITIVE);
        Optional<String> type = fields.text("gpu_type");
        if (count == 0 || type.isEmpty()) {
            return new Machine(vcpus, memory, Optional.empty());
        }
        Gpu gpu = gpus.find(type.get(), gpuMemory).orElseGet(() -> Gpu.unknown(type.get(), gpuMemory));
        double each = gpuMemory.orElse(gpu.memoryGb().orElse(16));
        return new Machine(vcpus, memory, Optional.of(new Accelerators(gpu, count, each)));
    }

    /// The batch size of these files is what one GPU takes per step, as in the jobs' names.
    private static Map<String, Object> workload(MeasuredRow row, Measured candidate) {
        int gpus = candidate.machine().accelerators().map(Accelerators::devices).orElse(1) * candidate.nodes();
        return new WorkloadColumns(row)
                .number("dataset_size_gb", "dataset_size_gb")
                .number("model_params_m", "model_params_m")
                .number("num_epochs", "num_epochs")
                .text("framework", "framework")
                .text("architecture", "architecture")
                .text("precision", "precision")
                .flag("gpu_required", "gpu_required")
                .flag("distributed", "distributed")
                .set("batch_size", candidate.batch() * gpus)
                .fields();
    }
}
