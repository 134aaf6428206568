package ai.artenic.optimizer.application.contract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.application.port.ModelRegistry;
import ai.artenic.optimizer.application.port.ModelRegistry.Found;
import ai.artenic.optimizer.domain.learning.ModelVersion;
import ai.artenic.optimizer.domain.learning.SavedModel;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every model registry promises.
public interface ModelRegistryContract {
    /// An empty registry.
    ModelRegistry registry();

    @Test
    default void an_empty_registry_has_no_model() {
        ModelRegistry registry = registry();
        assertEquals(new Found.Absent(), registry.find("v1"));
        assertEquals(List.of(), registry.newest(5));
        assertEquals(List.of(), registry.before("v1", 5));
    }

    @Test
    default void a_model_is_found_again_to_the_letter() {
        ModelRegistry registry = registry();
        for (ModelVersion model : List.of(Models.accepted("v1"), Models.refused("v2"))) {
            registry.keep(model);
            assertEquals(new Found.Model(model), registry.find(model.card().version()));
        }
    }

    @Test
    default void a_large_model_is_kept_as_well_as_a_small_one() {
        ModelRegistry registry = registry();
        var text = "leaf_value=0.0123456789 ".repeat(100_000);
        var large = new ModelVersion(
                Models.accepted("large").card(), SavedModel.of(FeatureSchema.V2, text, "lightgbm4j 4.3.0-1"));
        registry.keep(large);
        assertEquals(new Found.Model(large), registry.find("large"));
    }

    @Test
    default void a_model_whose_text_was_changed_is_found_as_it_is_for_the_loader_to_refuse() {
        ModelRegistry registry = registry();
        SavedModel intact = Models.accepted("v1").model();
        var changed = new SavedModel(intact.schema(), intact.text() + " ", intact.checksum(), intact.library());
        registry.keep(new ModelVersion(Models.accepted("v1").card(), changed));
        assertTrue(registry.find("v1") instanceof Found.Model(ModelVersion found)
                && !found.model().isIntact());
    }

    @Test
    default void cards_are_listed_newest_first_and_no_more_than_wanted() {
        ModelRegistry registry = registry();
        List<ModelVersion> all = List.of(Models.accepted("c"), Models.refused("a"), Models.accepted("b"));
        all.forEach(registry::keep);
        var cards = all.reversed().stream().map(ModelVersion::card).toList();
        assertEquals(cards, registry.newest(5));
        assertEquals(cards.subList(0, 2), registry.newest(2));
        assertEquals(cards.subList(1, 3), registry.before("b", 5));
        assertEquals(cards.subList(1, 2), registry.before("b", 1));
        assertEquals(List.of(), registry.before("c", 5));
    }

    @Test
    default void a_version_names_one_model_for_ever() {
        ModelRegistry registry = registry();
        registry.keep(Models.accepted("v1"));
        var other = Models.refused("v1");
        var refusal = assertThrows(IllegalArgumentException.class, () -> registry.keep(other));
        assertTrue(String.valueOf(refusal.getMessage()).contains("v1"), refusal.getMessage());
        assertDoesNotThrow(() -> registry.keep(Models.accepted("v1")), "the same once more");
        assertEquals(new Found.Model(Models.accepted("v1")), registry.find("v1"));
        assertEquals(1, registry.newest(5).size());
    }
}
