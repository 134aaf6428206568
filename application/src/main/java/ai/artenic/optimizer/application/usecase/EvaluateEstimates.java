package ai.artenic.optimizer.application.usecase;

import ai.artenic.optimizer.domain.evaluation.CandidateEvaluation;
import ai.artenic.optimizer.domain.evaluation.CandidatePointReader;
import ai.artenic.optimizer.domain.evaluation.DurationEvaluation;
import ai.artenic.optimizer.domain.evaluation.GateEvaluation;
import ai.artenic.optimizer.domain.evaluation.MeasuredRow;
import ai.artenic.optimizer.domain.evaluation.MemoryEvaluation;
import ai.artenic.optimizer.domain.evaluation.MemoryPointReader;
import ai.artenic.optimizer.domain.evaluation.PriceChangeReader;
import ai.artenic.optimizer.domain.evaluation.Reading;
import ai.artenic.optimizer.domain.evaluation.RunPointReader;
import ai.artenic.optimizer.domain.evaluation.SpotEvaluation;
import ai.artenic.optimizer.domain.evaluation.SpotSpanReader;
import ai.artenic.optimizer.domain.evaluation.ThroughputPointReader;
import ai.artenic.optimizer.domain.offer.GpuCatalog;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.offer.Provider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/// Runs the estimators on measured points and says how far off they were, per source and in all.
public final class EvaluateEstimates {
    private final GpuCatalog gpus;
    private final BiFunction<Provider, String, Optional<Machine>> machines;

    /// @param gpus the hardware table
    /// @param machines the hardware of a provider's instance type, where it is known
    public EvaluateEstimates(GpuCatalog gpus, BiFunction<Provider, String, Optional<Machine>> machines) {
        this.gpus = gpus;
        this.machines = machines;
    }

    /// The figures of all rows that can be used; those that cannot are counted by reason.
    public EvaluationAnswer evaluate(EvaluationRequest request) {
        return switch (request.estimate()) {
            case MEMORY -> memory(request);
            case RUNS -> runs(request);
            case THROUGHPUT ->
                answer(
                        request.rows(),
                        new ThroughputPointReader(gpus)::read,
                        point -> point.source(),
                        () -> new DurationEvaluation(gpus),
                        DurationEvaluation::add,
                        evaluation -> evaluation.summary().fields(),
                        points -> Map.of());
            case CANDIDATES ->
                answer(
                        request.rows(),
                        new CandidatePointReader(gpus)::read,
                        point -> point.workloadId(),
                        () -> new CandidateEvaluation(gpus),
                        CandidateEvaluation::add,
                        evaluation -> evaluation.report().fields(),
                        points -> Map.of());
            case PRICES ->
                answer(
                        request.rows().stream()
                                .sorted(Comparator.comparing(
                                        row -> row.text("valid_from").orElse("")))
                                .toList(),
                        new PriceChangeReader(machines)::read,
                        point -> point.source(),
                        GateEvaluation::new,
                        GateEvaluation::add,
                        GateEvaluation::figures,
                        points -> Map.of());
            case SPOT ->
                answer(
                        request.rows(),
                        new SpotSpanReader()::read,
                        span -> span.trace(),
                        SpotEvaluation::new,
                        SpotEvaluation::add,
                        SpotEvaluation::figures,
                        points -> Map.of());
        };
    }

    private EvaluationAnswer runs(EvaluationRequest request) {
        return answer(
                request.rows(),
                new RunPointReader(gpus)::read,
                point -> point.source(),
                () -> new DurationEvaluation(gpus),
                DurationEvaluation::add,
                evaluation -> evaluation.summary().fields(),
                points -> request.leavesSourcesOut()
                        ? DurationEvaluation.leaveOneSourceOut(points, gpus).fields()
                        : Map.of());
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
                evaluation -> evaluation.report().fields(),
                read -> request.leavesSourcesOut()
                        ? MemoryEvaluation.leaveOneSourceOut(read).fields()
                        : Map.of());
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
            Function<E, Map<String, Object>> figures,
            Function<List<P>, Map<String, Map<String, Object>>> refits) {
        E all = evaluation.get();
        var points = new ArrayList<P>();
        var sources = new TreeMap<String, E>();
        var unusable = new TreeMap<String, Integer>();
        for (MeasuredRow row : rows) {
            switch (reader.apply(row)) {
                case Reading.Unusable<P>(String reason) -> unusable.merge(reason, 1, Integer::sum);
                case Reading.Usable<P>(P point) -> {
                    points.add(point);
                    add.accept(all, point);
                    add.accept(sources.computeIfAbsent(sourceOf.apply(point), name -> evaluation.get()), point);
                }
            }
        }
        var bySource = new TreeMap<String, Map<String, Object>>();
        sources.forEach((name, one) -> bySource.put(name, figures.apply(one)));
        return new EvaluationAnswer(figures.apply(all), bySource, refits.apply(points), unusable);
    }
}
