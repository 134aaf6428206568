package ai.artenic.optimizer.adapters.persistence.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.persistence.Storage;
import ai.artenic.optimizer.adapters.persistence.StorageSettings.Pool;
import ai.artenic.optimizer.adapters.persistence.Workbench;
import ai.artenic.optimizer.application.contract.Models;
import ai.artenic.optimizer.application.port.ModelRegistry;
import ai.artenic.optimizer.application.port.ModelRegistry.Found;
import ai.artenic.optimizer.domain.learning.Promotion;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows of models as somebody may have edited them, and as another replica reads them.
class ModelTableTest {
    private static ModelRegistry withThree() {
        Workbench.clear();
        ModelRegistry registry = Workbench.storage().modelRegistry();
        List.of("v1", "v2", "v3").forEach(version -> registry.keep(Models.accepted(version)));
        return registry;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "card = '\"text\"'",
                "card = '[]'",
                "card = 'null'",
                "card = '{}'",
                "card = card - 'metrics'",
                "card = card #- '{metrics,model,mrr}'",
                "card = card #- '{parameters,seed}'",
                "card = jsonb_set(card, '{metrics,model,mrr}', 'null')",
                "card = jsonb_set(card, '{schema}', '\"v9\"')",
                "card = jsonb_set(card, '{policy}', '\"luck\"')",
                "card = jsonb_set(card, '{parameters,leaves}', '1')",
                "card = jsonb_set(card, '{parameters,leaves}', '\"many\"')",
                "card = jsonb_set(card, '{trained_at}', '\"yesterday\"')",
                "card = jsonb_set(card, '{gains}', '[null]')",
                "card = jsonb_set(card, '{version}', '\"v2\"')",
                "card = jsonb_set(card, '{reason}', to_jsonb(repeat('x', 2000000)))",
                "feature_schema = 'v9'",
                "model = repeat('x', 20000000)",
            })
    void a_row_edited_by_hand_is_unreadable_and_in_nobodys_way(String edit) {
        ModelRegistry registry = withThree();
        Workbench.run("update optimizer_models set " + edit + " where version = 'v3'");
        assertTrue(
                registry.find("v3") instanceof Found.Unreadable(String reason)
                        && reason.startsWith("The row of model v3 cannot be read: ")
                        && reason.lines().count() == 1
                        && reason.length() > 40,
                String.valueOf(registry.find("v3")));
        assertEquals(new Found.Model(Models.accepted("v2")), registry.find("v2"));
        boolean isCardIntact = !edit.startsWith("card");
        String newest = isCardIntact ? "v3" : "v2";
        assertEquals(List.of(Models.accepted(newest).card()), registry.newest(1));
        assertEquals(isCardIntact ? 3 : 2, registry.newest(5).size());
    }

    @Test
    void what_a_later_build_added_to_a_card_does_not_hide_the_model() {
        ModelRegistry registry = withThree();
        Workbench.run("update optimizer_models set card = jsonb_set(card, '{metrics,more}', '1')");
        assertEquals(new Found.Model(Models.accepted("v3")), registry.find("v3"));
    }

    @Test
    void what_one_replica_promotes_another_serves() throws Exception {
        withThree();
        var promotion = new Promotion("v2", "passed the gate", Instant.parse("2026-11-05T00:00:00.000001Z"));
        try (Storage other = Storage.open(Workbench.asServer(Pool.DEFAULT))) {
            Workbench.storage().promotions().promote(promotion);
            assertEquals(List.of(promotion), other.promotions().newest(1));
            assertEquals(
                    new Found.Model(Models.accepted("v2")),
                    other.modelRegistry().find("v2"));
        }
    }
}
