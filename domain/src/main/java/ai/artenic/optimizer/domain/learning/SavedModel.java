package ai.artenic.optimizer.domain.learning;

import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A trained model as text, as it is kept.
///
/// @param text LightGBM's text format
/// @param checksum SHA-256 of the text when it was trained, in hexadecimal digits
/// @param library that trained it, such as `lightgbm4j 4.3.0-1`
public record SavedModel(FeatureSchema schema, String text, String checksum, String library) {
    /// A model fresh from training.
    public static SavedModel of(FeatureSchema schema, String text, String library) {
        return new SavedModel(schema, text, checksum(text), library);
    }

    /// Whether the text is what was trained, to the letter.
    public boolean isIntact() {
        return checksum.equals(checksum(text));
    }

    private static String checksum(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
