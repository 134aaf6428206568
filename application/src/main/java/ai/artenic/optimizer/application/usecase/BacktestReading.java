package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.domain.backtest.BacktestJob;
import ai.artenic.optimizer.domain.evaluation.CandidatePoint;
import ai.artenic.optimizer.domain.evaluation.CandidatePointReader;
import ai.artenic.optimizer.domain.evaluation.MeasuredRow;
import ai.artenic.optimizer.domain.evaluation.Reading;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Gathers measured rows into jobs, and counts those that cannot be used.
final class BacktestReading {
    private final CandidatePointReader reader;
    private final SortedMap<String, Integer> unusable = new TreeMap<>();

    BacktestReading(GpuCatalog gpus) {
        this.reader = new CandidatePointReader(gpus);
    }

    /// The jobs of the rows, in the order of their first rows.
    List<BacktestJob> jobs(List<MeasuredRow> rows) {
        var byWorkload = new LinkedHashMap<String, List<CandidatePoint>>();
        var currencies = new HashMap<String, String>();
        for (MeasuredRow row : rows) {
            switch (reader.read(row)) {
                case Reading.Unusable<CandidatePoint>(String reason) -> unusable.merge(reason, 1, Integer::sum);
                case Reading.Usable<CandidatePoint>(CandidatePoint point)
                when !isOfOneCurrency(row, point, currencies) ->
                    unusable.merge("currency differs from that of the workload's first row", 1, Integer::sum);
                case Reading.Usable<CandidatePoint>(CandidatePoint point) ->
                    byWorkload
                            .computeIfAbsent(point.workloadId(), _ -> new ArrayList<>())
                            .add(point);
            }
        }
        return byWorkload.entrySet().stream()
                .map(job ->
                        new BacktestJob(job.getKey(), job.getValue().getFirst().family(), job.getValue()))
                .toList();
    }

    /// Costs of one workload are compared with one another. A currency that is not stated is taken for the same.
    private static boolean isOfOneCurrency(MeasuredRow row, CandidatePoint point, Map<String, String> currencies) {
        return row.text("currency")
                .map(currency -> currency.toUpperCase(Locale.ROOT))
                .map(currency -> currency.equals(currencies.computeIfAbsent(point.workloadId(), _ -> currency)))
                .orElse(true);
    }

    SortedMap<String, Integer> unusable() {
        return unusable;
    }
}
