package ai.artenic.optimizer.adapters.persistence.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Gives each distinct item a number, in the order in which they come.
final class Dictionary<T> {
    private final Map<T, Integer> numbers = new LinkedHashMap<>();

    int number(T item) {
        return numbers.computeIfAbsent(item, _ -> numbers.size());
    }

    /// The items in the order of their numbers.
    List<T> items() {
        return List.copyOf(numbers.keySet());
    }
}
