package ai.artenic.optimizer.adapters.persistence.json;

import ai.artenic.optimizer.domain.calibration.WorkloadClass;
import ai.artenic.optimizer.domain.experience.GroupRun;
import ai.artenic.optimizer.domain.experience.PastRun;
import ai.artenic.optimizer.domain.experience.Placement;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Provider;
import ai.artenic.optimizer.domain.workload.QueryId;
import java.util.Optional;
import java.util.OptionalDouble;

/// A run of a query group, apart from the group.
public record GroupRunRow(
        String provider,
        String instanceType,
        OptionalDouble vcpus,
        OptionalDouble memoryGb,
        Optional<GpuRow> gpu,
        int nodes,
        double pricePerHourEur,
        String workloadClass,
        double modelledHours,
        double actualHours,
        boolean failed) {
    public static GroupRunRow of(GroupRun run) {
        PastRun ran = run.uncorrected();
        Placement placement = ran.placement();
        Machine machine = placement.machine();
        return new GroupRunRow(
                placement.provider().key(),
                placement.instanceType(),
                machine.vcpus(),
                machine.memoryGb(),
                machine.accelerators().map(GpuRow::of),
                placement.nodes(),
                placement.pricePerHour(),
                run.workload().text(),
                ran.modelledHours(),
                ran.actualHours(),
                ran.failed());
    }

    public GroupRun toDomain(QueryId group) {
        var machine = new Machine(vcpus, memoryGb, gpu.map(GpuRow::toDomain));
        var placement = new Placement(new Provider(provider), instanceType, machine, nodes, pricePerHourEur);
        return new GroupRun(
                group, new WorkloadClass(workloadClass), new PastRun(placement, modelledHours, actualHours, failed));
    }
}
