package ai.artenic.optimizer.adapters.persistence.recommendation;

import ai.artenic.optimizer.adapters.persistence.catalog.MachineRow;
import ai.artenic.optimizer.domain.experience.PastRun;
import ai.artenic.optimizer.domain.experience.Placement;
import ai.artenic.optimizer.domain.offer.Provider;

/// What a job of the query group took where it ran, part of [BasisRow].
record PastRunRow(
        String provider,
        String instanceType,
        MachineRow machine,
        int nodes,
        double pricePerHour,
        double modelledHours,
        double actualHours,
        boolean failed) {
    static PastRunRow of(PastRun run) {
        Placement placement = run.placement();
        return new PastRunRow(
                placement.provider().key(),
                placement.instanceType(),
                MachineRow.of(placement.machine()),
                placement.nodes(),
                placement.pricePerHour(),
                run.modelledHours(),
                run.actualHours(),
                run.failed());
    }

    PastRun toDomain() {
        var placement = new Placement(new Provider(provider), instanceType, machine.toDomain(), nodes, pricePerHour);
        return new PastRun(placement, modelledHours, actualHours, failed);
    }
}
