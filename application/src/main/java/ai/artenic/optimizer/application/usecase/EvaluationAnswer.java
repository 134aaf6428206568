package ai.artenic.optimizer.application.usecase;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How far off the estimates were.
///
/// @param figures figures over all points, by name
/// @param sources the same per source
/// @param refits figures of the model fitted anew, by how it was fitted; empty if that was not asked for
/// @param unusable number of rows that could not be used, by reason
public record EvaluationAnswer(
        Map<String, Object> figures,
        SortedMap<String, Map<String, Object>> sources,
        Map<String, Map<String, Object>> refits,
        SortedMap<String, Integer> unusable) {
    public EvaluationAnswer {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
        refits = Collections.unmodifiableMap(new LinkedHashMap<>(refits));
        unusable = Collections.unmodifiableSortedMap(new TreeMap<>(unusable));
    }
}
