package ai.artenic.optimizer.domain.evaluation;

import ai.artenic.optimizer.domain.intake.Bounds;
import ai.artenic.optimizer.domain.intake.RawObject;
import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Gpu;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Offer;
import ai.artenic.optimizer.domain.offer.OfferId;
import ai.artenic.optimizer.domain.offer.Provenance;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.quantity.EurPerHour;
import ai.artenic.optimizer.domain.workload.Workload;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Reads what workloads really cost on each candidate: one row per workload and candidate.
public final class CandidatePointReader {
    private static final Bounds ANY = Bounds.between(0, 1e12);
    private static final Bounds POSITIVE = Bounds.between(1e-9, 1e12);
    private static final int UNSTATED_BATCH = 32;
    private static final String UNNAMED = "unnamed";

    private final GpuCatalog gpus;

    /// @param gpus knows the GPUs the rows name
    public CandidatePointReader(GpuCatalog gpus) {
        this.gpus = gpus;
    }

    private record Measured(
            String id,
            Offer offer,
            boolean isSpot,
            int nodes,
            double hours,
            double cost,
            boolean success,
            double batch) {}

    /// The point of a row, or why there is none.
    public Reading<CandidatePoint> read(MeasuredRow row) {
        RawObject fields = row.fields();
        var measured = new Measured(
                row.text("workload_id").orElse(""),
                offer(row, machine(fields), fields.number("price_per_hour", POSITIVE)),
                fields.flag("is_spot", false),
                fields.integer("node_count", Bounds.between(1, 100_000), 1),
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
                Reading.of(workload(row, measured), workload -> point(row, measured, workload));
        };
    }

    private static CandidatePoint point(MeasuredRow row, Measured measured, Workload workload) {
        return new CandidatePoint(
                measured.id(),
                row.text("workload_family").orElse(measured.id()),
                workload,
                measured.offer(),
                measured.isSpot(),
                measured.nodes(),
                measured.hours(),
                measured.cost(),
                measured.success());
    }

    private static Offer offer(MeasuredRow row, Machine machine, double price) {
        String provider =
                row.text("provider").map(key -> key.toLowerCase(Locale.ROOT)).orElse(UNNAMED);
        var id = new OfferId(
                new Provider(Provider.isKey(provider) ? provider : UNNAMED),
                row.text("instance_type").orElse(UNNAMED),
                row.text("region").orElse(""),
                Optional.empty());
        var perHour = new EurPerHour(BigDecimal.valueOf(price));
        var provenance = new Provenance(
                Provenance.Source.OPERATOR,
                row.file(),
                Instant.EPOCH,
                perHour.amount(),
                row.text("currency").orElse("EUR"),
                BigDecimal.ONE,
                LocalDate.EPOCH);
        return new Offer(id, machine, perHour, Optional.of(perHour), true, provenance);
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
        int gpus = candidate
                        .offer()
                        .machine()
                        .accelerators()
                        .map(Accelerators::devices)
                        .orElse(1)
                * candidate.nodes();
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
