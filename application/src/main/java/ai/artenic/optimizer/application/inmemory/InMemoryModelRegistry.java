package ai.artenic.optimizer.application.inmemory;

import ai.artenic.optimizer.application.port.ModelRegistry;
import ai.artenic.optimizer.domain.learning.ModelCard;
import ai.artenic.optimizer.domain.learning.ModelVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Models in memory, gone with the process.
public final class InMemoryModelRegistry implements ModelRegistry {
    private final SequencedMap<String, ModelVersion> byVersion = new LinkedHashMap<>();

    /// An empty registry.
    public InMemoryModelRegistry() {}

    @Override
    public synchronized void keep(ModelVersion model) {
        String version = model.card().version();
        ModelVersion earlier = byVersion.putIfAbsent(version, model);
        if (earlier != null && !earlier.equals(model)) {
            throw new IllegalArgumentException("There is another model of version " + version);
        }
    }

    @Override
    public synchronized Found find(String version) {
        ModelVersion model = byVersion.get(version);
        return model == null ? new Found.Absent() : new Found.Model(model);
    }

    @Override
    public synchronized List<ModelCard> newest(int most) {
        return byVersion.sequencedValues().reversed().stream()
                .limit(most)
                .map(ModelVersion::card)
                .toList();
    }

    @Override
    public synchronized List<ModelCard> before(String version, int most) {
        return newest(byVersion.size()).stream()
                .dropWhile(card -> !card.version().equals(version))
                .skip(1)
                .limit(most)
                .toList();
    }
}
