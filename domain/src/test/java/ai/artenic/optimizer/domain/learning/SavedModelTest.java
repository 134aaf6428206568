package ai.artenic.optimizer.domain.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import org.junit.jupiter.api.Test;

class SavedModelTest {
    @Test
    void the_checksum_is_the_sha_256_of_the_text() {
        SavedModel saved = SavedModel.of(FeatureSchema.V2, "abc", "lightgbm");
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", saved.checksum());
        assertTrue(saved.isIntact());
    }

    @Test
    void one_letter_more_or_less_is_noticed() {
        SavedModel saved = SavedModel.of(FeatureSchema.V2, "tree\nend\n", "lightgbm");
        for (String text : new String[] {"tree\nend", "tree\nEnd\n", "", "tree\r\nend\r\n"}) {
            assertFalse(new SavedModel(saved.schema(), text, saved.checksum(), saved.library()).isIntact(), text);
        }
        assertFalse(new SavedModel(saved.schema(), saved.text(), "", saved.library()).isIntact());
    }
}
