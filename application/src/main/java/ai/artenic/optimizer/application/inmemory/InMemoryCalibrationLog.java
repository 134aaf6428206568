package ai.artenic.optimizer.application.inmemory;

import ai.artenic.optimizer.application.port.CalibrationLog;
import ai.artenic.optimizer.domain.calibration.HardwareClass;
import ai.artenic.optimizer.domain.calibration.Observation;
import ai.artenic.optimizer.domain.calibration.WorkloadClass;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Observations in memory, gone with the process.
public final class InMemoryCalibrationLog implements CalibrationLog {
    private final SequencedMap<String, Observation> byJob = new LinkedHashMap<>();

    private record Cell(HardwareClass hardware, WorkloadClass workload) {}

    /// An empty log.
    public InMemoryCalibrationLog() {}

    @Override
    public synchronized Recorded record(Observation observation) {
        return byJob.putIfAbsent(observation.jobId(), observation) == null ? Recorded.STORED : Recorded.DUPLICATE;
    }

    @Override
    public synchronized long count() {
        return byJob.size();
    }

    @Override
    public synchronized List<Observation> newest(int mostPerClass) {
        Map<Cell, Integer> taken = new HashMap<>();
        return byJob.sequencedValues().reversed().stream()
                .filter(one -> taken.merge(new Cell(one.hardware(), one.workload()), 1, Integer::sum) <= mostPerClass)
                .toList();
    }
}
