package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.domain.evaluation.CandidateEvaluation;
import ai.artenic.optimizer.domain.evaluation.CandidatePointReader;
import ai.artenic.optimizer.domain.evaluation.DurationEvaluation;
import ai.artenic.optimizer.domain.evaluation.MeasuredRow;
import ai.artenic.optimizer.domain.evaluation.MemoryEvaluation;
import ai.artenic.optimizer.domain.evaluation.MemoryPointReader;
import ai.artenic.optimizer.domain.evaluation.Reading;
import ai.artenic.optimizer.domain.evaluation.RunPointReader;
import ai.artenic.optimizer.domain.evaluation.ThroughputPointReader;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Runs the estimators on measured points and says how far off they were, per source and in all.
public final class EvaluateEstimates {
    private final GpuCatalog gpus;

    /// @param gpus the hardware table
    public EvaluateEstimates(GpuCatalog gpus) {
        this.gpus = gpus;
    }

    /// The figures of all rows that can be used; those that cannot are counted by reason.
    public EvaluationAnswer evaluate(EvaluationRequest request) {
        return switch (request.estimate()) {
            case MEMORY -> memory(request);
            case RUNS ->
                answer(
                        request.rows(),
                        new RunPointReader(gpus)::read,
                        point -> point.source(),
                        () -> new DurationEvaluation(gpus),
                        DurationEvaluation::add,
                        evaluation -> evaluation.summary().fields());
            case THROUGHPUT ->
                answer(
                        request.rows(),
                        new ThroughputPointReader(gpus)::read,
                        point -> point.source(),
                        () -> new DurationEvaluation(gpus),
                        DurationEvaluation::add,
                        evaluation -> evaluation.summary().fields());
            case CANDIDATES ->
                answer(
                        request.rows(),
                        new CandidatePointReader(gpus)::read,
                        point -> point.workloadId(),
                        () -> new CandidateEvaluation(gpus),
                        CandidateEvaluation::add,
                        evaluation -> evaluation.report().fields());
        };
    }

    private static EvaluationAnswer memory(EvaluationRequest request) {
        List<MeasuredRow> points =
                request.rows().stream().filter(row -> !isModelTable(row)).toList();
        return answer(
                points,
                new MemoryPointReader(request.given(), models(request.rows()))::read,
                point -> point.source(),
                () -> new MemoryEvaluation(request.gpuGb()),
                MemoryEvaluation::add,
                evaluation -> evaluation.report().fields());
    }

    /// A table of vision models states what one sample costs, and measures nothing.
    private static boolean isModelTable(MeasuredRow row) {
        return row.has("fwd_macts_m_per_img");
    }

    private static Map<String, MeasuredRow> models(List<MeasuredRow> rows) {
        var models = new HashMap<String, MeasuredRow>();
        rows.stream()
                .filter(EvaluateEstimates::isModelTable)
                .forEach(row -> row.text("model").ifPresent(name -> models.put(name, row)));
        return models;
    }

    private static <P, E> EvaluationAnswer answer(
            List<MeasuredRow> rows,
            Function<MeasuredRow, Reading<P>> reader,
            Function<P, String> sourceOf,
            Supplier<E> evaluation,
            BiConsumer<E, P> add,
            Function<E, Map<String, Object>> figures) {
        E all = evaluation.get();
        var sources = new TreeMap<String, E>();
        var unusable = new TreeMap<String, Integer>();
        for (MeasuredRow row : rows) {
            switch (reader.apply(row)) {
                case Reading.Unusable<P>(String reason) -> unusable.merge(reason, 1, Integer::sum);
                case Reading.Usable<P>(P point) -> {
                    add.accept(all, point);
                    add.accept(sources.computeIfAbsent(sourceOf.apply(point), name -> evaluation.get()), point);
                }
            }
        }
        var bySource = new TreeMap<String, Map<String, Object>>();
        sources.forEach((name, one) -> bySource.put(name, figures.apply(one)));
        return new EvaluationAnswer(figures.apply(all), bySource, unusable);
    }
}
